import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import type { Request } from '../../../core/operation/request';
import { scopesOf } from '../../../core/operation/request';
import type { Found, Poll } from '../../../core/polling/poll';
import { runPoll } from '../../../core/polling/poll';
import { withLacks } from '../../../core/polling/testStep';
import type { Access } from '../../api/access';
import { openAccess } from '../../api/access';
import { WiseAgentClient } from '../../api/client';
import { readContactPage } from '../../api/contacts/contacts';
import { readTaskPage } from '../../api/records/tasks';
import { changedContacts } from './contacts';
import { envelopedItem } from './envelope';
import { CONTACT_EVENTS, TASK_EVENTS } from './fields';
import { contactItems, taskItems } from './items';
import { lacking, sampleOf } from './sample';
import type { PollSettings } from './settings';
import { settingsOf } from './settings';
import { changedTasks } from './tasks';

/** One poll; in a test run from the editor, a sample instead, which changes nothing that is remembered. */
export async function pollWiseAgent(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') {
		const settings = settingsOf(context);
		const sample = await sampleOf(apisOf(await openAccess(context), settings), settings);
		const items = sample.map(envelopedItem);
		return [withLacks('Wise Agent', items, lacking(settings, sample)).map((json) => ({ json }))];
	}
	return await runPoll(context, async (poll) => {
		const settings = settingsOf(context);
		return await find(await openAccess(context), poll, settings);
	});
}

/** What has happened since the last poll. */
async function find(access: Access, poll: Poll, settings: PollSettings): Promise<Found> {
	const apis = apisOf(access, settings);
	const state = poll.begin(access.account.key);
	const wants = (events: string[]) => [...settings.events].some((event) => events.includes(event));
	const contacts = wants(CONTACT_EVENTS)
		? await changedContacts(apis.contacts, state.part('contacts'), poll, settings)
		: { changed: [], hasMore: false };
	const tasks = wants(TASK_EVENTS)
		? await changedTasks(apis.tasks, state.part('tasks'), poll, settings)
		: { changes: [], hasMore: false };
	const found = [...contactItems(contacts.changed, settings), ...taskItems(tasks.changes, settings)];
	return {
		items: found.map(envelopedItem),
		hasMore: contacts.hasMore || tasks.hasMore,
	};
}

/** Each names the scope of what it reads. */
function apisOf(access: Access, { timeoutMs }: PollSettings) {
	const apiFor = (...requests: Request[]) =>
		new WiseAgentClient(access, { scopes: scopesOf({ requests }), timeoutMs });
	return { contacts: apiFor(readContactPage), tasks: apiFor(readTaskPage) };
}
