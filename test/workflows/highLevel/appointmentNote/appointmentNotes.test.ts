import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { requestsOf, storeContact } from '../../../support/sandboxRuns';
import { tokenWithout } from '../everyOperation/operations';

// The rules are the same after shorter waits.
pace({ backoff: { firstMs: 10, maxMs: 40 }, looksMs: [0, 20] });

const CREATE = { method: 'POST', path: '/notes$' };

let sandbox: HighLevelSandbox;
let appointmentId: string;
beforeAll(async () => (sandbox = await startSandbox()));
// Not reset: the same ids would come again, and the node remembers which notes it has made.
beforeEach(() => {
	sandbox.requests.length = 0;
	sandbox.faults.clear();
	appointmentId = newAppointment();
});
afterAll(async () => await sandbox.close());

function newAppointment(): string {
	const contactId = storeContact(sandbox);
	return sandbox.state.addAppointment({ contactId, startTime: '2099-03-02T15:00:00.000Z' }).id;
}

const ofAppointment = () => ({ appointmentId: byId(appointmentId) });
const stored = () => sandbox.state.appointmentNotes.inGroup(appointmentId);

/** Notes in the order in which they are added. */
async function write(count: number): Promise<string[]> {
	const run = await runOperation(sandbox, 'appointmentNote.create', {
		items: Array.from({ length: count }, (_, index) => ({ body: `Note ${index}` })),
		parameters: { ...ofAppointment(), body: '={{ $json.body }}' },
	});
	expect(run.error).toBeUndefined();
	return run.items.map(({ json }) => String(json.body));
}

test('a note is added to the appointment, with its author, and comes out with its id', async () => {
	const [note] = await succeed(sandbox, 'appointmentNote.create', {
		parameters: {
			...ofAppointment(),
			body: ' Bring the keys ',
			additionalFields: { userId: byId(DEMO.users.ben) },
		},
	});

	expect(stored()).toMatchObject([{ id: note?.id, body: 'Bring the keys', userId: DEMO.users.ben }]);
	expect(note).toMatchObject({
		body: 'Bring the keys',
		createdBy: { id: DEMO.users.ben, name: 'Ben Okafor' },
	});
	expect(sandbox.requests.map(({ method }) => method)).toEqual(['POST']);
});

test('an author that is empty in the incoming data is not sent', async () => {
	await succeed(sandbox, 'appointmentNote.create', {
		parameters: {
			...ofAppointment(),
			body: 'Bring the keys',
			additionalFields: { userId: byId('={{ $json.missing }}') },
		},
	});

	expect(sandbox.requests[0]?.body).toEqual({ body: 'Bring the keys' });
});

test('Return All reads past the twenty that HighLevel gives at once, and every note comes once', async () => {
	const bodies = await write(47);
	sandbox.requests.length = 0;
	const notes = await succeed(sandbox, 'appointmentNote.getAll', {
		parameters: { ...ofAppointment(), returnAll: true },
	});

	expect(notes.map(({ body }) => body).sort()).toEqual([...bodies].sort());
	expect(sandbox.requests.map(({ query }) => query)).toEqual([
		{ limit: 20, offset: 0 },
		{ limit: 20, offset: 20 },
		{ limit: 20, offset: 40 },
	]);
});

test.each([
	[5, 5, 1],
	[20, 20, 1],
	[30, 30, 2],
	[50, 40, 3],
])('a limit of %d gives %d of 40 notes, with %d requests', async (limit, count, requests) => {
	await write(40);
	sandbox.requests.length = 0;
	const notes = await succeed(sandbox, 'appointmentNote.getAll', {
		parameters: { ...ofAppointment(), returnAll: false, limit },
	});

	expect(new Set(notes.map(({ id }) => id)).size).toBe(count);
	expect(notes).toHaveLength(count);
	expect(sandbox.requests).toHaveLength(requests);
});

test('an appointment without notes gives none; each item gets those of its own appointment', async () => {
	await write(2);
	const run = await runOperation(sandbox, 'appointmentNote.getAll', {
		items: [{ id: newAppointment() }, { id: appointmentId }],
		parameters: { appointmentId: byId('={{ $json.id }}'), returnAll: true },
	});

	expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 1 }]);
});

test('a note gets another text, and another author only when one is given', async () => {
	const [note] = await succeed(sandbox, 'appointmentNote.create', {
		parameters: {
			...ofAppointment(),
			body: 'Bring the keys',
			additionalFields: { userId: byId(DEMO.users.ben) },
		},
	});
	const update = async (parameters: object) =>
		await succeed(sandbox, 'appointmentNote.update', {
			parameters: { ...ofAppointment(), noteId: byId(String(note?.id)), ...parameters },
		});

	expect(await update({ body: 'Bring both keys' })).toMatchObject([
		{ id: note?.id, body: 'Bring both keys', userId: DEMO.users.ben },
	]);
	expect(
		await update({ body: 'Bring no key', updateFields: { userId: byId(DEMO.users.chloe) } }),
	).toMatchObject([{ id: note?.id, body: 'Bring no key', userId: DEMO.users.chloe }]);
});

test('delete takes away that note alone', async () => {
	await write(2);
	const [first, second] = stored();
	const parameters = { ...ofAppointment(), noteId: byId(String(first?.id)) };

	expect(await succeed(sandbox, 'appointmentNote.delete', { parameters })).toEqual([{ deleted: true }]);
	expect(stored()).toEqual([second]);
});

test('a note that belongs to another appointment is not reached', async () => {
	await write(1);
	const parameters = { appointmentId: byId(newAppointment()), noteId: byId(String(stored()[0]?.id)) };
	const error = await fail(sandbox, 'appointmentNote.delete', { parameters });

	expect(error.message).toContain('not found');
	expect(error.description).toContain('Check the id');
	expect(stored()).toHaveLength(1);
});

describe('when the answer to a creation is lost', () => {
	test.each<[what: string, status: number | undefined]>([
		['the connection is closed', undefined],
		['a gateway answers 502', 502],
	])('the note is there once (%s)', async (_, status) => {
		sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE, ...(status ? { status } : {}) });
		const [note] = await succeed(sandbox, 'appointmentNote.create', {
			parameters: { ...ofAppointment(), body: 'Bring the keys' },
		});

		expect(stored().map(({ id }) => id)).toEqual([note?.id]);
		expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
	});

	test('two items alike are two notes', async () => {
		sandbox.faults.add({ kind: 'lostAnswer', probability: 0.5, ...CREATE });
		const run = await runOperation(sandbox, 'appointmentNote.create', {
			items: Array.from({ length: 12 }, () => ({})),
			parameters: { ...ofAppointment(), body: 'Bring the keys' },
		});

		expect(run.error).toBeUndefined();
		expect(new Set(run.items.map(({ json }) => json.id)).size).toBe(12);
		expect(stored()).toHaveLength(12);
	});

	test('a note that never arrived is sent again', async () => {
		sandbox.faults.add({ kind: 'connectionReset', times: 1, ...CREATE });
		await succeed(sandbox, 'appointmentNote.create', {
			parameters: { ...ofAppointment(), body: 'Bring the keys' },
		});

		expect(stored()).toHaveLength(1);
		expect(requestsOf(sandbox, 'POST')).toHaveLength(2);
	});

	test('a token that may not read notes leaves it open what happened, and adds nothing twice', async () => {
		sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE });
		const error = await fail(sandbox, 'appointmentNote.create', {
			parameters: { ...ofAppointment(), body: 'Bring the keys' },
			token: tokenWithout(sandbox, 'calendars/events.readonly'),
		});

		expect(error.message).toContain('the change may have happened');
		expect(stored()).toHaveLength(1);
	});
});

test('a text that is too long is refused by HighLevel, which is passed on with the field', async () => {
	const error = await fail(sandbox, 'appointmentNote.create', {
		parameters: { ...ofAppointment(), body: 'x'.repeat(5001) },
	});

	expect(error.message).toContain('"Body" must be shorter than or equal to 5000 characters');
	expect(error.details).toMatchObject({ field: 'body', httpCode: 422 });
	expect(stored()).toEqual([]);
});
