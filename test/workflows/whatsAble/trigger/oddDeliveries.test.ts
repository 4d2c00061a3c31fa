import type { IDataObject } from 'n8n-workflow';

import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import type { Place } from '../../../support/odd/oddFields';
import { leavesOf, ODD_VALUES, placesIn, withValueAt } from '../../../support/odd/oddFields';
import type { TriggerServer } from '../../../support/running/runWebhook';
import { startSandbox } from '../../../support/whatsAble';
import { delivery, post, startTrigger } from '../../../support/whatsAbleTrigger';

let sandbox: WhatsAbleSandbox;
let server: TriggerServer;

beforeAll(async () => {
	sandbox = await startSandbox();
	const parameters = { registration: 'manual', messages: 'incomingAndOutgoing' };
	server = await startTrigger(sandbox, { parameters });
});
beforeEach(() => {
	server.executions.length = 0;
	server.errors.length = 0;
});
afterAll(async () => {
	await server.close();
	await sandbox.close();
});

let count = 0;

/** A message of which no other is a repeat, with everything that WhatsAble documents. */
function message(): IDataObject {
	count += 1;
	const seconds = 1781537400 + count;
	const timestamp = new Date(seconds * 1000).toISOString();
	return delivery({
		last_messages: [
			{ type: 'user', content: `Hello ${count}`, timestamp, content_type: 'text' },
			{ type: 'bot', content: 'Hi', timestamp: '2026-01-01T00:00:00Z', content_type: 'text' },
		],
		last_message_of_user: `Hello ${count}`,
		last_message_of_bot: 'Hi',
		user_last_message_time: seconds,
		bot_last_message_time: seconds - 60,
		conversation_paragraph: 'User: Hello',
		user_id: 'account',
		attachment_url: `https://example.com/${count}.jpg`,
		note: 'Note',
		note_automation: 'Automation',
		labels: ['Buyer', 'Hot Lead'],
		send_by: '',
		was_message_by_human: false,
		is_scheduled: false,
		scheduled_messages: '',
		referral: { source_type: 'ad', source_id: '1' },
		entry: [{ changes: [{ value: { messages: [{ referral: { source_type: 'ad' } }] } }] }],
	});
}

const isTime = (place: Place) => String(place.at(-1)).endsWith('_time');

test.each(placesIn(message()).map((place) => [place.join('.'), place] as const))(
	'a message starts the workflow with all that came, whatever stands in %s',
	async (_, place) => {
		const problems: string[] = [];
		for (const [what, odd] of Object.entries(ODD_VALUES)) {
			server.executions.length = 0;
			const { status } = await post(server.url, withValueAt(message(), place, odd) as IDataObject);
			const [item] = server.executions;
			const text = JSON.stringify(item ?? {});
			// A number in the place of a time is a time.
			const kept = isTime(place) && typeof odd === 'number' ? [] : leavesOf(odd);
			const lost = kept.filter((leaf) => !text.includes(leaf));
			if (status !== 200 || !item) problems.push(`${what}: status ${status}, nothing was started`);
			if (lost.length > 0) problems.push(`${what}: ${lost.join(', ')} is lost`);
			if (/\[object|undefined|NaN/.test(text)) problems.push(`${what}: ${text}`);
		}
		expect(problems).toEqual([]);
		expect(server.errors).toEqual([]);
	},
);

test.each(Object.keys(message()))('a message starts the workflow without the field %s', async (name) => {
	const { [name]: _, ...rest } = message();
	expect((await post(server.url, rest)).status).toBe(200);
	expect(server.executions).toHaveLength(1);
	expect(server.errors).toEqual([]);
});

test('what cannot be put into one form stands beside it as it came', async () => {
	const odd = {
		phone_number: { digits: '14155550132' },
		labels: [7, { name: 'VIP' }, null],
		last_messages: ['Hello', null],
	};
	await post(server.url, { ...message(), ...odd } as IDataObject);
	expect(server.executions).toMatchObject([
		{ phone_number: '', labels: ['7', 'VIP'], last_messages: [], as_received: odd },
	]);
	server.executions.length = 0;
	await post(server.url, message());
	expect(server.executions[0]).not.toHaveProperty('as_received');
});
