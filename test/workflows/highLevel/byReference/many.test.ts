import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { startSandbox } from '../../../support/highLevel';
import { succeed } from '../../../support/odd/outcomes';
import { pace } from '../../../support/pace';
import { requestsOf, storeContact } from '../../../support/sandboxRuns';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

const RECORDS = 1_000;
const CONTACTS = 50;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
afterAll(async () => await sandbox.close());

test.each([
	[
		'notes',
		'note.upsertByReference',
		{ reference: '=Wise Agent note {{ $json.id }}', body: '=Note {{ $json.id }}' },
	],
	[
		'tasks',
		'task.upsertByReference',
		{
			reference: '=Wise Agent task {{ $json.id }}',
			title: '=Task {{ $json.id }}',
			dueDate: '2027-03-01T10:00:00Z',
		},
	],
] as const)(
	'1,000 %s copied three times, every fifth response lost, are there once',
	async (kind, operation, parameters) => {
		const contacts = Array.from({ length: CONTACTS }, () => storeContact(sandbox));
		const items = Array.from({ length: RECORDS }, (_, index) => ({
			id: 5_000 + index,
			contactId: contacts[index % CONTACTS],
		}));
		sandbox.faults.add({ kind: 'lostAnswer', method: 'POST', path: `/${kind}$`, probability: 0.2 });
		const outcomes: unknown[] = [];
		for (let time = 1; time <= 3; time++) {
			const written = await succeed(sandbox, operation, {
				items,
				parameters: { contactId: '={{ $json.contactId }}', ...parameters },
			});
			outcomes.push(new Set(written.map(({ outcome }) => outcome)));
		}

		const stored = contacts.flatMap((contactId) => [...sandbox.state[kind].inGroup(contactId)]);
		expect(stored).toHaveLength(RECORDS);
		expect(new Set(stored.map(({ body }) => body)).size).toBe(RECORDS);
		expect(outcomes).toEqual([new Set(['created']), new Set(['unchanged']), new Set(['unchanged'])]);
		expect(requestsOf(sandbox, 'PUT')).toEqual([]);
		const lost = requestsOf(sandbox, 'POST', new RegExp(`/${kind}$`)).filter(
			({ fault }) => fault === 'lostAnswer',
		);
		expect(lost.length).toBeGreaterThan(RECORDS / 10);
	},
);
