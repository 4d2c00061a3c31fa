import { pace } from '../../../support/pace';
import type { HighLevelSandbox, RecordedRequest } from '../../../../sandbox/highLevel';
import { EVERY_RESOURCE } from '../../../../sandbox/highLevel/resources';
import type { Forwarder, Passing } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { startSandbox, UNKNOWN } from '../../../support/highLevel';
import { RAW_ERROR } from '../../../support/odd/oddResponses';
import { textOf } from '../../../support/sandboxRuns';
import { operations, runWith } from './operations';

// The rules are the same after shorter waits.
pace({ backoff: { firstMs: 0, maxMs: 0 }, looksMs: [0] });

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
beforeAll(async () => {
	sandbox = await startSandbox();
	forwarder = await startForwarder(sandbox.url);
});
afterAll(async () => {
	await forwarder.close();
	await sandbox.close();
});

let starts = 0;

/** With other ids: the node knows again what it has created. */
function startAnew(): void {
	sandbox.reset();
	starts += 1;
	sandbox.state.random.position = starts * 7_919;
}

/** What says that a request failed, beside what says that it was carried out. */
const CONTRADICTIONS: Record<string, object> = {
	'success: false': { success: false, error: 'refused' },
	'a misspelled flag as text': { succeded: 'false' },
	'succeeded: 0': { succeeded: 0 },
	'an error beside success': { success: true, succeded: true, error: 'It failed', message: 'not stored' },
	'an error as an object': { error: { message: 'It failed' } },
	'a list of errors': { errors: [{ message: 'It failed' }] },
	'a status code': { statusCode: 422, message: 'could not be stored' },
	'a status code as text': { statusCode: '500' },
};

const RECORD = { id: UNKNOWN, name: 'x', contactId: UNKNOWN };

const written: object = Object.assign(
	{},
	...EVERY_RESOURCE.map(([, { answers }]) => ({ ...answers.one?.(RECORD), ...answers.written?.(RECORD) })),
);

/** Answers any write. */
const ALL_DONE = {
	...{ ...RECORD, success: true, succeeded: true, succeded: true },
	...{ task: RECORD, contact: RECORD, customField: RECORD, recurringTask: RECORD, event: RECORD },
	...written,
	...{ tags: ['x'], followers: ['x'], ids: ['x'], responses: [{ contactId: 'x', type: 'success' }] },
};

const isWrite = ({ method, path }: Pick<Passing | RecordedRequest, 'method' | 'path'>) =>
	method !== 'GET' && !/\/search(\?|$)/.test(path);

// It shows whatever comes.
const checked = operations.filter(({ id }) => id !== 'customApiCall.request');

const cases = Object.keys(CONTRADICTIONS).flatMap((what) => checked.map(({ id }) => [what, id] as const));

test.each(cases)('%s in a response of status 200 to %s: nothing is called done', async (what, id) => {
	startAnew();
	let writes = 0;
	const body = JSON.stringify({ ...ALL_DONE, ...CONTRADICTIONS[what] });
	forwarder.passage.answer = undefined;
	forwarder.passage.replaces = (passing) => {
		if (!isWrite(passing)) return undefined;
		writes += 1;
		return { status: 200, body, isUnsent: true };
	};
	const { run } = await runWith(sandbox, id, { baseUrl: forwarder.url });

	if (writes === 0) return;
	expect(run.items).toEqual([]);
	expect(run.error?.message).toMatch(/did not answer|may have (happened|been sent|been added)|does not say/);
	expect(textOf(run)).not.toMatch(RAW_ERROR);
});

test.each([{ id: '  ' }, { id: '' }, { id: null }, { id: {} }, { id: [] }, { _id: ' ' }])(
	'a note with %j has no ID, and is no result',
	async (note) => {
		startAnew();
		forwarder.passage.replaces = undefined;
		forwarder.passage.answer = (text, { method, path }) =>
			method === 'GET' && /\/notes\/[^/]+$/.test(path) ? JSON.stringify({ note }) : text;
		const { run } = await runWith(sandbox, 'note.get', { baseUrl: forwarder.url });
		expect(run.items).toEqual([]);
		expect(run.error?.message).toContain('did not answer like HighLevel');
	},
);
