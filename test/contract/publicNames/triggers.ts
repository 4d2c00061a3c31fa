import type { IDataObject } from 'n8n-workflow';

import { startSandbox } from '../../support/highLevel';
import { TriggerServer } from '../../support/running/runWebhook';
import { storeContact } from '../../support/sandboxRuns';
import { DEMO as WHATSABLE, startSandbox as startWhatsAble } from '../../support/whatsAble';
import { registeredUrl, startTrigger as startWhatsAbleTrigger } from '../../support/whatsAbleTrigger';
import { startWiseAgent } from '../../support/wiseAgent';
import { bytesOf, post, startApp } from '../../workflows/highLevel/trigger/deliveries';
import {
	registeredUrls,
	startTrigger as startWiseAgentTrigger,
} from '../../workflows/wiseAgent/trigger/started';

/** What a trigger has stored, returned and registered. */
export interface Observed {
	/** Its static data. */
	state: IDataObject;
	items: IDataObject[];
	/** The URL that the service was told. */
	url?: string;
}

/** An app's events, and the call of a HighLevel workflow. */
export async function receiveHighLevel(): Promise<Observed> {
	const sandbox = await startSandbox();
	const app = await startApp({ options: { publicKey: sandbox.webhooks.publicKey } });
	const secret = { headerName: 'X-Webhook-Secret', secret: 'correct horse battery staple' };
	const workflow = await TriggerServer.start({
		parameters: { source: 'workflow' },
		credentials: { goHighLevelWebhookApi: secret },
	});
	try {
		sandbox.configure({ webhooks: { url: app.url, baseDelayMs: 5 } });
		const contactId = storeContact(sandbox, { firstName: 'Ada', email: 'ada@example.com' });
		sandbox.state.updateContact(contactId, { tags: ['vip'] });
		await sandbox.webhooks.idle();
		await post(workflow.url, bytesOf({ contact_id: contactId }), {
			'Content-Type': 'application/json',
			'X-Webhook-Secret': secret.secret,
		});
		expect([app.executions.length, workflow.executions.length]).toEqual([2, 1]);
		return { state: stateOf(app), items: [...app.executions, ...workflow.executions] };
	} finally {
		await Promise.all([app.close(), workflow.close(), sandbox.close()]);
	}
}

export async function receiveWiseAgent(): Promise<Observed> {
	const sandbox = await startWiseAgent();
	const events = ['contactCreate', 'noteCreate', 'taskCreate', 'contactDelete'];
	const server = await startWiseAgentTrigger(sandbox, { events });
	try {
		await server.activate();
		const { ClientID } = sandbox.state.addContact({ CFirst: 'Ada' });
		sandbox.state.addNote({ owner: String(ClientID), Subject: 'Hello' });
		sandbox.state.addTask({ Description: 'Call' });
		await sandbox.webhooks.idle();
		expect(server.executions).toHaveLength(3);
		return { state: stateOf(server), items: server.executions, url: registeredUrls(sandbox)[0] };
	} finally {
		await Promise.all([server.close(), sandbox.close()]);
	}
}

export async function receiveWhatsAble(): Promise<Observed> {
	const sandbox = await startWhatsAble();
	const parameters = { messages: 'incomingAndOutgoing', recognizeCommands: true };
	const server = await startWhatsAbleTrigger(sandbox, { parameters });
	try {
		await server.activate();
		sandbox.receive({ phone: WHATSABLE.contacts.olivia, text: 'Is Friday still fine?' });
		sandbox.receive({ phone: WHATSABLE.contacts.olivia, text: 'task: call Ann tomorrow 10:00' });
		await sandbox.webhooks.idle();
		expect(server.executions).toHaveLength(2);
		return { state: stateOf(server), items: server.executions, url: registeredUrl(sandbox) };
	} finally {
		await Promise.all([server.close(), sandbox.close()]);
	}
}

function stateOf({ staticData }: TriggerServer): IDataObject {
	return (Object.values(staticData)[0] ?? {}) as IDataObject;
}

/**
 * What an active trigger finds again after an update: the keys of its static data (`*` for a URL's path, and what
 * texts of JSON hold), the number of its layout, and by what a registered URL is recognized.
 */
export function stateNames({ state, url }: Observed): string[] {
	const params = url === undefined ? [] : [...new URL(url).searchParams.keys()];
	return [...keysIn(state), ...params.map((name) => `registered URL: ${name}`)];
}

function keysIn(value: unknown, path = ''): string[] {
	if (typeof value === 'string' && value.startsWith('{')) return keysIn(JSON.parse(value), path);
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
	return Object.entries(value).flatMap(([key, entry]) => {
		const own = `${path === '' ? '' : `${path} > `}${key.startsWith('/') ? '*' : key}`;
		// Of the same shape as the parts, and holds those that have changed.
		const inside = key === 'before' ? [] : keysIn(entry, own);
		return [key === 'layout' ? `${own} ${String(entry)}` : own, ...inside];
	});
}
