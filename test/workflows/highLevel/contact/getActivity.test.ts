import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { addMessage, conversationWith } from '../../../../sandbox/highLevel/messages/store';
import { addActivity } from '../../../cases/highLevel/contact/withActivity';
import { byId, DEMO, runContact, startSandbox, UNKNOWN } from '../../../support/highLevel';
import { pace } from '../../../support/pace';
import { storeContact, textOf } from '../../../support/sandboxRuns';
import { tokenWithout } from '../everyOperation/operations';

// The rules are the same after shorter waits.
pace({ backoff: { firstMs: 0, maxMs: 0 }, looksMs: [0] });

let sandbox: HighLevelSandbox;
let contactId: string;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => {
	sandbox.reset();
	contactId = storeContact(sandbox);
	addActivity(sandbox, contactId);
});
afterAll(async () => await sandbox.close());

const KINDS = ['appointment', 'message', 'note', 'task'];

async function run(more: IDataObject = {}, token?: string) {
	const parameters = { contactId: byId(contactId), kinds: KINDS, returnAll: true, ...more };
	return await runContact(sandbox, 'getActivity', { parameters, token });
}

async function read(more?: IDataObject, token?: string): Promise<IDataObject[]> {
	const ended = await run(more, token);
	expect(textOf(ended).trim()).toBe('');
	return ended.items.map(({ json }) => json);
}

const pathsAsked = () => [...new Set(sandbox.requests.map(({ path }) => path.split('/').pop()))].sort();

test('everything that belongs to the contact is one list, the newest first, and nothing of others', async () => {
	const entries = await read();
	expect(entries).toMatchObject([
		{
			...{ kind: 'task', at: '2027-03-04T15:00:00.000Z', title: 'Call back', text: 'about the viewing' },
			...{ status: 'completed', record: { contactId, assignedTo: DEMO.users.ben } },
		},
		{
			...{ kind: 'message', at: '2027-03-03T15:00:00.000Z', title: 'SMS (inbound)' },
			...{ text: 'I will be there', record: { contactId, direction: 'inbound' } },
		},
		{
			// HighLevel writes it without a zone, in that of the location.
			...{ kind: 'appointment', at: '2027-03-02T10:00:00-05:00', title: 'Viewing', text: 'bring the keys' },
			...{ status: 'confirmed', record: { contactId, startTime: '2027-03-02 10:00:00' } },
		},
		{
			...{ kind: 'note', at: '2027-03-01T15:00:00.000Z', title: 'Wishes', text: 'Wants a garden' },
			...{ status: null, record: { contactId, body: '<p>Wants a garden</p>' } },
		},
	]);
	for (const { id, record } of entries) expect(id).toBe((record as IDataObject).id);
});

test('a limit keeps the newest of all kinds', async () => {
	const conversation = conversationWith(sandbox.state, { id: contactId, locationId: DEMO.locationId });
	for (let place = 0; place < 120; place++) {
		const dateAdded = new Date(Date.parse('2027-04-01T12:00:00Z') + place * 60_000).toISOString();
		const email = { channel: 'SMS', direction: 'outbound', body: `Message ${place}`, dateAdded } as const;
		addMessage(sandbox.state, conversation, email);
	}
	const newest = await read({ returnAll: false, limit: 3 });
	expect(newest.map(({ text }) => text)).toEqual(['Message 119', 'Message 118', 'Message 117']);
	expect(await read()).toHaveLength(124);
});

test('only what is chosen is asked for', async () => {
	expect((await read({ kinds: ['task', 'note'] })).map(({ kind }) => kind)).toEqual(['task', 'note']);
	expect(pathsAsked()).toEqual(['notes', 'tasks']);
});

test.each(['conversations.readonly', 'conversations/message.readonly'])(
	'without %s, the list says first that the messages are missing, and which scope to add; the rest is there',
	async (scope) => {
		const entries = await read({ returnAll: false, limit: 1 }, tokenWithout(sandbox, scope));
		expect(entries).toMatchObject([
			{ kind: 'notRead', at: null, title: 'The messages were not read', record: { kind: 'message' } },
			{ kind: 'task' },
		]);
		expect(entries[0]?.text).toContain(scope);
	},
);

test('without the scope of contacts, it is an error that names it, and no list', async () => {
	const ended = await run({}, tokenWithout(sandbox, 'contacts.readonly'));
	expect(ended.items).toEqual([]);
	expect(ended.error?.description).toContain('contacts.readonly');
});

test('without the scope of locations, times of appointments stay as HighLevel writes them, and keep their place', async () => {
	const entries = await read({}, tokenWithout(sandbox, 'locations.readonly'));
	expect(entries.map(({ kind }) => kind)).toEqual(['task', 'message', 'appointment', 'note']);
	expect(entries[2]?.at).toBe('2027-03-02 10:00:00');
});

test('a revoked token, a contact that is not there and a failing list are errors', async () => {
	expect((await run({}, 'pit-revoked')).error?.message).toContain('does not accept the token');
	const contact = { contactId: byId(UNKNOWN) };
	for (const kinds of [KINDS, ['message']]) {
		expect((await run({ ...contact, kinds })).error?.message).toBe(`Contact with id ${UNKNOWN} not found`);
	}
	sandbox.faults.add({ kind: 'serverError', path: '/conversations/' });
	const ended = await run();
	expect(ended.items).toEqual([]);
	expect(ended.error?.message).toMatch(/did not answer/);
});
