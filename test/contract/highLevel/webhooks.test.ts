import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { WEBHOOK_EVENTS } from '../../../sandbox/highLevel';
import { call, DEMO, locationId, start } from '../../sandbox/highLevel/support';
import { Receiver } from '../../sandbox/highLevel/webhooks/receiver';
import { SHARED } from '../../support/paths';

/** The examples of the official webhook pages lie beside the project, not in it. */
const EXAMPLES = resolve(SHARED, 'reference/highlevel-webhook-examples.json');

const ENVELOPE = ['timestamp', 'webhookId', 'appId', 'versionId'];

/** Names of the pages, where they are not those of the events. */
const PAGES: Record<string, string> = {
	INSTALL: 'AppInstall',
	UNINSTALL: 'AppUninstall',
	ConversationUnreadUpdate: 'ConversationUnreadWebhook',
};

/** Keys that the examples lack or have alone, and why. */
const KNOWN: Record<string, string> = {
	'INSTALL installType': 'In captured payloads, not in the examples',
	'INSTALL planId': 'Of paid apps only',
	'INSTALL trial': 'Of paid apps only',
	'InboundMessage callDuration': 'Of calls, which the sandbox does not make',
	'InboundMessage callStatus': 'Of calls, which the sandbox does not make',
	'InboundMessage userId': 'In an example of an outbound call that stands among those of inbound ones',
	'OutboundMessage callDuration': 'Of calls, which the sandbox does not make',
	'OutboundMessage userId': 'Of messages that a user writes, which the API does not send',
	'OutboundMessage callStatus': 'Of calls, which the sandbox does not make',
	'InboundMessage cc': 'Among the fields of the page, not in its examples',
	'InboundMessage bcc': 'Among the fields of the page, not in its examples',
	'OutboundMessage cc': 'Among the fields of the page, not in its examples',
	'OutboundMessage bcc': 'Among the fields of the page, not in its examples',
};

type Event = Record<string, unknown>;

if (!existsSync(EXAMPLES)) {
	test('is skipped where the examples are not at hand', () => {
		process.stdout.write(
			'SKIPPED: the examples of webhooks are not beside this checkout (../shared/reference)\n',
		);
	});
} else {
	const documented = JSON.parse(readFileSync(EXAMPLES, 'utf8')) as Record<string, Event[]>;
	let sent: Event[];

	beforeAll(async () => {
		sent = await everyEvent();
	});

	test.each(WEBHOOK_EVENTS)('%s has the keys of the official examples', (type) => {
		const examples = documented[PAGES[type] ?? type] ?? [];
		const own = sent.filter((event) => event['type'] === type);
		expect(own.length).toBeGreaterThan(0);
		const [expected, actual] = [examples, own].map((events) => events.flatMap((event) => keysOf(event))) as [
			string[],
			string[],
		];
		const differing = [
			...expected.filter((key) => !actual.includes(key)),
			...actual.filter((key) => !expected.includes(key)),
		].filter((key) => !ENVELOPE.includes(key) && !KNOWN[`${type} ${key}`]);
		expect([...new Set(differing)]).toEqual([]);
		for (const event of own) expect(Object.keys(event)).toEqual(expect.arrayContaining(ENVELOPE));
	});
}

/** Names of the fields, those of objects with their object; the entries of lists are not looked at. */
function keysOf(event: Event, prefix = ''): string[] {
	return Object.entries(event).flatMap(([key, value]) => {
		const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
		const inner = isObject && key !== 'trial' && key !== 'whitelabelDetails';
		return inner ? keysOf(value as Event, `${prefix}${key}.`) : [`${prefix}${key}`];
	});
}

/** Each kind of event at least once, with every field filled. */
async function everyEvent(): Promise<Event[]> {
	const receiver = await Receiver.start();
	const sandbox = await start({ webhooks: { url: receiver.url } });
	const { state } = sandbox;
	const setting = { status: 'active', message: 'x', code: '1' } as const;
	const channels = ['call', 'email', 'sms', 'whatsApp', 'gmb', 'fb'];
	const { id: contactId } = state.addContact({
		locationId,
		...{ firstName: 'Ada', lastName: 'King', email: 'ada@x.example', phone: '+12125550123', source: 'form' },
		...{ companyName: 'Analytical', website: 'https://x.example', dateOfBirth: '1990-12-10', tags: ['vip'] },
		...{ address1: '1 Pier', city: 'Boston', state: 'MA', country: 'US', postalCode: '02108' },
		assignedTo: DEMO.users.ben,
		customFields: [{ id: DEMO.customFields.budget, value: 1 }],
	});
	state.updateContact(contactId, { city: 'Hoboken' });
	state.updateContact(contactId, { tags: [] });
	const conversationProviderId = 'provider';
	const say = async (path: string, body: object) =>
		await call(sandbox, 'POST', `/conversations/messages${path}`, { contactId, ...body });
	for (const type of ['SMS', 'Email']) {
		const what = { type, message: 'x', html: 'x', subject: 'y', conversationProviderId };
		await say('', what);
		await say('/inbound', what);
	}
	state.updateContact(contactId, {
		dndSettings: Object.fromEntries(channels.map((name) => [name, setting])),
	});

	const dates = { dateAdded: '2026-01-01T00:00:00.000Z', dateUpdated: '2026-01-01T00:00:00.000Z' };
	const note = {
		id: 'note',
		contactId,
		locationId,
		body: 'x',
		userId: null,
		title: 'y',
		color: null,
		pinned: false,
	};
	state.notes.set('note', { ...note, ...dates });
	state.notes.set('note', { ...note, ...dates, body: 'z' });
	state.notes.delete('note');
	const task = {
		id: 'task',
		contactId,
		locationId,
		title: 'x',
		body: 'y',
		assignedTo: DEMO.users.ben,
		...dates,
	};
	state.tasks.set('task', { ...task, dueDate: dates.dateAdded, completed: false });
	state.tasks.set('task', { ...task, dueDate: dates.dateAdded, completed: true });
	state.tasks.delete('task');
	const appointment = state.addAppointment({
		contactId,
		...{ startTime: '2026-12-01T10:00:00.000Z', address: 'Pier', groupId: 'group', notes: 'x' },
		...{ assignedUserId: DEMO.users.ben, users: [DEMO.users.ben] },
	});
	state.appointments.set(appointment.id, { ...appointment, notes: 'y' });
	state.appointments.delete(appointment.id);
	const opportunity = state.add('opportunities', {
		contactId,
		locationId,
		...{ name: 'x', pipelineId: 'pipeline', pipelineStageId: 'first', source: 'form' },
		assignedTo: DEMO.users.ben,
	});
	state.change('opportunities', opportunity.id, {
		...{ pipelineStageId: 'second', status: 'won', monetaryValue: 1, assignedTo: DEMO.users.amelia },
	});
	state.opportunities.delete(opportunity.id);
	state.removeContact(contactId);
	sandbox.oauth.install();
	sandbox.oauth.uninstall();
	await sandbox.webhooks.idle();
	await sandbox.close();
	await receiver.close();
	return receiver.received.map(({ body }) => body as Event);
}
