import type { IDataObject } from 'n8n-workflow';

import type { EventLack } from '../../../core/polling/testStep';
import { lackingOf, noSamples } from '../../../core/polling/testStep';
import { taskOf } from '../../api/reading/records';
import type { WiseAgentClient } from '../../api/client';
import { addedAt, latestContacts, updatedAt } from '../../api/contacts/contactsSince';
import { readAllTasks } from '../../api/records/allTasks';
import { CONTACT_EVENTS, EVENTS } from './fields';
import type { EventItem } from './items';
import { isWanted, taskItems } from './items';
import type { PollEvent, PollSettings } from './settings';

/** So many records of each event. */
const SAMPLE_SIZE = 3;

/** In place of what tells changes apart: nothing has changed. */
const SAMPLE = 'sample';

/**
 * Some of the latest records of each event, although nothing has happened to them just now. Throws a `Failure` when
 * there is none.
 */
export async function sampleOf(
	apis: { contacts: WiseAgentClient; tasks: WiseAgentClient },
	settings: PollSettings,
): Promise<EventItem[]> {
	const events = [...settings.events];
	const ofContacts = events.filter((event) => CONTACT_EVENTS.includes(event));
	const ofTasks = events.filter((event) => !CONTACT_EVENTS.includes(event));
	const samples = [
		...(ofContacts.length > 0 ? await sampleContacts(apis.contacts, ofContacts, settings) : []),
		...(ofTasks.length > 0 ? await sampleTasks(apis.tasks, ofTasks, settings) : []),
	];
	if (samples.length > 0) return samples;
	throw noSamples('Wise Agent', lacking(settings, samples));
}

/** What each chosen event lacks that has no sample. */
export function lacking({ events }: PollSettings, samples: Array<{ event?: unknown }>): EventLack[] {
	const lackOf = (event: string) => EVENTS.find(({ value }) => value === event)?.lack;
	return lackingOf(
		EVENTS.filter(({ value }) => events.has(value as PollEvent)),
		samples,
		lackOf,
	);
}

async function sampleContacts(
	api: WiseAgentClient,
	events: PollEvent[],
	settings: PollSettings,
): Promise<EventItem[]> {
	const contacts = (await latestContacts(api)).filter((contact) => isWanted(contact, settings));
	return events.flatMap((event) => {
		const timeOf = event === 'contactCreated' ? addedAt : updatedAt;
		const latest = [...contacts].sort((a, b) => timeOf(b) - timeOf(a));
		return latest.slice(0, SAMPLE_SIZE).map((record) => ({ event, record }));
	});
}

async function sampleTasks(
	api: WiseAgentClient,
	events: PollEvent[],
	settings: PollSettings,
): Promise<EventItem[]> {
	const { records } = await readAllTasks(api, () => true);
	const tasks = records.map(taskOf);
	const timeOf = ({ DateModified }: IDataObject) => Date.parse(String(DateModified)) || 0;
	tasks.sort((a, b) => timeOf(b) - timeOf(a));
	return events.flatMap((event) => {
		const fitting = tasks.filter(({ Completed }) => event !== 'taskCompleted' || Completed === true);
		const changes = fitting.map((task) => ({
			event: event as `task${'Completed' | 'Created' | 'Deleted' | 'Updated'}`,
			task: event === 'taskDeleted' ? { TaskID: task.TaskID, Completed: task.Completed } : task,
			assignee: String(task.InsideTeamId ?? ''),
			change: SAMPLE,
		}));
		return taskItems(changes, settings).slice(0, SAMPLE_SIZE);
	});
}
