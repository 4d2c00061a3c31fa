import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { pace } from '../../../support/pace';
import { requestsOfType, startWiseAgent, succeeds } from '../../../support/wiseAgent';
import { store } from '../contact/people';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

const RECORDS = 1_000;
const CONTACTS = 50;

let sandbox: WiseAgentSandbox;
beforeAll(async () => (sandbox = await startWiseAgent()));
afterAll(async () => await sandbox.close());

test.each([
	[
		'notes',
		'addContactNote',
		'note.upsertByReference',
		{ contactId: '={{ $json.contactId }}', note: '=Note {{ $json.id }}' },
	],
	[
		'tasks',
		'tasks',
		'task.upsertByReference',
		{ Description: '=Task {{ $json.id }}', additionalFields: { contactId: '={{ $json.contactId }}' } },
	],
] as const)(
	'1,000 %s copied three times, every fifth response lost, are there once',
	async (kind, requestType, operation, parameters) => {
		const contacts = Array.from({ length: CONTACTS }, (_, index) =>
			store(sandbox, { CFirst: `${kind}${index}` }),
		);
		const items = Array.from({ length: RECORDS }, (_, index) => ({
			id: `otg8dTqqGl2rLGF${5_000 + index}`,
			contactId: contacts[index % CONTACTS],
		}));
		sandbox.faults.add({ kind: 'lostAnswer', method: 'POST', requestType, probability: 0.2 });
		const outcomes: unknown[] = [];
		for (let time = 1; time <= 3; time++) {
			const written = await succeeds(sandbox, operation, {
				items,
				parameters: { reference: `=HighLevel ${kind.slice(0, -1)} {{ $json.id }}`, ...parameters },
			});
			outcomes.push(new Set(written.map(({ outcome }) => outcome)));
		}

		const stored = [...sandbox.state[kind].values()] as Array<{ Note?: string; Description?: string }>;
		expect(stored).toHaveLength(RECORDS);
		expect(new Set(stored.map(({ Note, Description }) => Note ?? Description)).size).toBe(RECORDS);
		expect(outcomes).toEqual([new Set(['created']), new Set(['unchanged']), new Set(['unchanged'])]);
		const requests = requestsOfType(sandbox, requestType);
		expect(requests.filter(({ method }) => method === 'PUT')).toEqual([]);
		expect(requests.filter(({ fault }) => fault === 'lostAnswer').length).toBeGreaterThan(RECORDS / 10);
	},
);

test('an account with 5,000 tasks is read once for 100 tasks by reference', async () => {
	const full = await startWiseAgent({ seed: 5_000 });
	for (let place = 0; place < 5_000; place++)
		full.state.addTask({ Description: `Call ${place} <b>again</b>` });
	const written = await succeeds(full, 'task.upsertByReference', {
		items: Array.from({ length: 100 }, (_, id) => ({ id: `otg8dTqqGl2rLGFV${1_000 + id}` })),
		parameters: { reference: '=HighLevel task {{ $json.id }}', Description: '=Task {{ $json.id }}' },
	});
	expect(written.map(({ outcome }) => outcome)).toEqual(written.map(() => 'created'));
	expect(requestsOfType(full, 'tasks').filter(({ method }) => method === 'GET')).toHaveLength(50 + 1);
	await full.close();
});
