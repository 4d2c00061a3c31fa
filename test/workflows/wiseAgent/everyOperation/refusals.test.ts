import { pace } from '../../../support/pace';
import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { SCOPES } from '../../../../sandbox/wiseAgent';
import { examples } from '../../../cases/wiseAgent';
import { byId, connectWiseAgent, startWiseAgent, UNKNOWN } from '../../../support/wiseAgent';
import { operations, runWith } from './operations';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: WiseAgentSandbox;
beforeAll(async () => (sandbox = await startWiseAgent()));
beforeEach(() => sandbox.reset());
afterEach(() => sandbox.configure({ missingScopeStatus: 403 }));
afterAll(async () => await sandbox.close());

const ofRecords = operations.flatMap(({ id, records }) => records.map((record) => ({ id, ...record })));

const valueOf = (isLocator: boolean, value: string) => (isLocator ? byId(value) : value);

test('every operation has an example that these tests can run', () => {
	expect(operations.length).toBeGreaterThan(50);
	expect(ofRecords.length).toBeGreaterThan(30);
	expect(operations.filter(({ id }) => !examples[id])).toEqual([]);
});

describe('a record that is not there', () => {
	/** Wise Agent answers that there is nothing. */
	const NOT_REFUSED = [
		'call.getAll contactId',
		'note.getAll contactId',
		'property.getSearchProfiles contactId',
	];
	const refused = ofRecords.filter(({ id, parameter }) => !NOT_REFUSED.includes(`${id} ${parameter}`));

	test.each(refused)(
		'is named to the user of $id when $parameter is wrong, which changes nothing',
		async ({ id, parameter, isLocator }) => {
			const { run, changed } = await runWith(sandbox, id, {
				parameters: { [parameter]: valueOf(isLocator, UNKNOWN) },
			});

			expect(run.error?.message).toMatch(
				/does not know this record|was not found|added no note to|did not add|did not remove/,
			);
			expect(run.error?.description).toContain('Check the id: ');
			expect(run.error?.context).toMatchObject({ itemIndex: 0 });
			expect(changed).toBe(false);
		},
	);

	test.each(ofRecords)(
		'is refused by $id before anything is sent when $parameter is empty',
		async ({ id, parameter, label, isLocator }) => {
			const { run, requests } = await runWith(sandbox, id, {
				parameters: { [parameter]: valueOf(isLocator, '={{ $json.nothing }}') },
			});

			expect(run.error?.message).toBe(`"${label}" is empty`);
			expect(requests).toEqual([]);
		},
	);
});

describe.each([200, 401, 403] as const)(
	'a connection without the scope, answered with status %d',
	(status) => {
		// What needs no scope of its own says itself which ones are missing.
		test.each(operations.filter(({ scopes }) => scopes.length > 0))(
			'is told to the user of $id, with the scope; nothing is changed',
			async ({ id, scopes }) => {
				sandbox.configure({ missingScopeStatus: status });
				const granted = SCOPES.filter((scope) => !scopes.includes(scope));
				const connection = connectWiseAgent(sandbox, { scopes: granted });
				const { run, requests, changed } = await runWith(sandbox, id, { connection });

				expect(run.error?.message).toContain('Wise Agent refused this operation');
				expect(run.error?.description).toContain(`lacks the scope ${scopes.join(', ')}`);
				expect(run.error?.description).toContain('in the credential');
				expect(changed).toBe(false);
				expect(requests).toHaveLength(1);
				expect(sandbox.oauth.counts.refreshes).toBe(0);
			},
		);
	},
);

describe('the rate limit', () => {
	test.each(operations.filter(({ isAsking }) => isAsking))(
		'delays $id and spoils nothing',
		async ({ id }) => {
			const calm = await runWith(sandbox, id);
			sandbox.reset();
			sandbox.faults.add({ kind: 'rateLimited', times: 2, retryAfterSeconds: 0.01 });
			const { run, requests } = await runWith(sandbox, id);

			expect(run.error?.message).toBeUndefined();
			expect(requests.filter(({ status }) => status === 429)).toHaveLength(2);
			expect(run.items).toHaveLength(calm.run.items.length);
		},
	);
});
