import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { Forwarder, Passing } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { startSandbox, UNKNOWN } from '../../../support/highLevel';
import { RAW_ERROR } from '../../../support/odd/oddResponses';
import type { Outcome } from '../../../support/sandboxRuns';
import { detailsOf, textOf } from '../../../support/sandboxRuns';
import { operations, runWith } from './operations';

// The rules are the same after shorter waits.
pace({ backoff: { firstMs: 0, maxMs: 0 }, looksMs: [0] });

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
beforeAll(async () => {
	sandbox = await startSandbox();
	forwarder = await startForwarder(sandbox.url);
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
	await forwarder.close();
	await sandbox.close();
});

const IDS = ['id', '_id', 'contactId'];

/** Runs an operation that gets the answers about another record than the one that its path names. */
async function runWithOthers(
	id: string,
	isMeant: (request: Passing) => boolean,
): Promise<Outcome & { wanted: string[] }> {
	const wanted: string[] = [];
	forwarder.passage.answer = (body, request) => {
		if (!isMeant(request)) return body;
		const named = request.path.split(/[/?]/).filter((part) => part.length >= 20);
		const other = (name: string, value: unknown) => {
			if (!IDS.includes(name) || typeof value !== 'string' || !named.includes(value)) return value;
			wanted.push(value);
			return UNKNOWN;
		};
		return JSON.stringify(JSON.parse(body, other));
	};
	return { ...(await runWith(sandbox, id, { baseUrl: forwarder.url })), wanted };
}

// It shows whatever comes.
const checked = operations.filter(({ id }) => id !== 'customApiCall.request');

/** What is said before, of a change that is done when the record is read. */
const READ_AFTERWARDS: Record<string, string> = {
	'opportunity.setStatus': 'Opportunity \\w+ was set to lost, but cannot be shown: ',
};

/** What is said of a change that follows another one. */
const WRITTEN_AFTERWARDS: Record<string, string> = {
	'opportunity.upsert': 'Running this item again does no harm',
};

const read = new Set<string>();
const written = new Set<string>();

test.each(checked)(
	'$id takes no record for the one that was asked for, when HighLevel returns another one',
	async ({ id }) => {
		const { run, wanted } = await runWithOthers(id, ({ method }) => method === 'GET');
		if (wanted.length === 0) return;
		read.add(id);
		expect(run.items).toEqual([]);
		const before = READ_AFTERWARDS[id] ?? '';
		expect(run.error?.message).toMatch(
			new RegExp(`^${before}HighLevel returned (record|records of contact) `),
		);
		expect(run.error?.message).toContain(UNKNOWN);
		expect(wanted.some((one) => run.error?.message.includes(one))).toBe(true);
		expect(textOf(run)).not.toMatch(RAW_ERROR);
	},
);

test.each(checked)(
	'a change of $id is said to be unknown, when HighLevel returns another record',
	async ({ id }) => {
		const { run, wanted } = await runWithOthers(id, ({ method }) => method === 'PUT');
		if (wanted.length === 0) return;
		written.add(id);
		expect(run.items).toEqual([]);
		expect(run.error?.message).toContain(`HighLevel returned record ${UNKNOWN}, but record ${wanted[0]}`);
		expect(textOf(run)).toContain(WRITTEN_AFTERWARDS[id] ?? 'Whether the change was made is not known');
		expect(detailsOf(run).mayHaveHappened).toBe(true);
	},
);

test('each operation that reads or changes one record is among these', () => {
	const missing = (pattern: RegExp, seen: Set<string>) =>
		checked.map(({ id }) => id).filter((id) => pattern.test(id) && !seen.has(id));
	const ofContacts = ['note.getAll', 'task.getAll', 'contact.getAppointments'];
	expect([...missing(/\.get$/, read), ...ofContacts.filter((id) => !read.has(id))]).toEqual([]);
	expect(missing(/\.(update|rename|complete|reopen)$/, written)).toEqual([]);
});
