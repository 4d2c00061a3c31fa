import { catalogue } from '../../../../nodes/GoHighLevel/actions';
import { scopesOf } from '../../../../nodes/core/operation/request';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { APP_SCOPES } from '../../../../sandbox/highLevel';
import { runExample } from '../../../cases/highLevel';
import { byId, DEMO, OF_AGENCIES, runOperation, startSandbox } from '../../../support/highLevel';
import { connect, oAuthRequests, runOperationOAuth, secretsOf } from '../../../support/oAuth2';
import type { NodeRun } from '../../../support/running/runWorkflow';
import { textOf } from '../../../support/sandboxRuns';

/** What an operation needs that can call anything is not known beforehand. */
const UNKNOWN_SCOPES = ['customApiCall.request'];

/** What a token may do, and how much it is used, is told of any token. */
const OF_ANY_TOKEN = ['account.checkAccess', 'account.getApiUsage'];

const operations = Object.entries(catalogue).flatMap(([resource, { operations: own }]) =>
	Object.entries(own)
		.map(([name, operation]) => ({
			id: `${resource}.${name}`,
			scopes: scopesOf(operation),
			own: operation.requests.flatMap(({ scopes, isOptional }) => (isOptional ? [] : scopes)),
		}))
		// Those of agencies are tried with an agency's tokens in the tests of locations.
		.filter(({ id }) => ![...UNKNOWN_SCOPES, ...OF_AGENCIES].includes(id)),
);
const withEachScope = operations.flatMap(({ id, scopes }) => scopes.map((scope) => ({ id, scope, scopes })));

/** Operations that cannot do without what they read on the way. */
const READS_FIRST = [
	'contact.setDoNotDisturb',
	'contact.update',
	'contact.upsert',
	'customField.createIfMissing',
	'customField.update',
	'message.getAll',
	'note.upsertByReference',
	'recurringTask.update',
	'task.upsertByReference',
	'user.getAll',
];

/**
 * Operations that come to their end without a scope: it is only for looking for the record after a lost answer, or for
 * reading what is not given.
 */
const WORKS_WITHOUT = operations
	.filter(({ id }) => !READS_FIRST.includes(id))
	.flatMap(({ id, scopes, own }) =>
		scopes.filter((scope) => !own.includes(scope)).map((scope) => `${id} ${scope}`),
	);

let sandbox: HighLevelSandbox;

beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const allBut = (scope: string) => APP_SCOPES.filter((one) => one !== scope);

function expectNoSecret({ stored }: NodeRun): void {
	for (const secret of [...secretsOf(sandbox), DEMO.token]) expect(stored).not.toContain(secret);
}

test('each operation says which scopes it needs', () => {
	expect(operations.length).toBeGreaterThan(0);
	const without = operations.filter(({ scopes }) => scopes.length === 0).map(({ id }) => id);
	expect(without).toEqual(OF_ANY_TOKEN);
});

describe.each(withEachScope)('$id without $scope', ({ id, scope, scopes }) => {
	const name = `${id} ${scope}`;

	test('connected by OAuth2, says that this scope is missing, and gets no new token for it', async () => {
		const connection = connect(sandbox, { scopes: allBut(scope) });
		const { run } = await runExample(
			sandbox,
			id,
			async (_, options) => await runOperationOAuth(connection, id, options),
		);

		if (WORKS_WITHOUT.includes(name)) return expect(textOf(run).trim()).toBe('');
		expect(textOf(run)).toContain(`The connection lacks the scope ${scope}.`);
		expect(oAuthRequests(sandbox)).toEqual([]);
		expectNoSecret(run);
	});

	test('for a location of an agency, says that this scope is missing', async () => {
		const connection = connect(sandbox, { userType: 'Company', scopes: allBut(scope) });
		const { run } = await runExample(
			sandbox,
			id,
			async (_, { parameters, ...options }) =>
				await runOperationOAuth(connection, id, {
					...options,
					parameters: { ...parameters, locationId: byId(DEMO.locationId) },
				}),
		);

		if (WORKS_WITHOUT.includes(name)) return expect(textOf(run).trim()).toBe('');
		expect(textOf(run)).toContain(`The connection lacks the scope ${scope}.`);
		expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 0, locationTokens: 1 });
		expectNoSecret(run);
	});

	test('with a private token, names the scopes that it needs', async () => {
		const demo = sandbox.state.tokens.get(DEMO.token);
		if (!demo) throw new Error('The seed has no demo token');
		const token = `pit-00000000-demo-demo-${scope.replace(/\W/g, '-')}`;
		sandbox.state.tokens.set(token, { ...demo, token, scopes: allBut(scope) });
		const { run } = await runExample(
			sandbox,
			id,
			async (_, options) => await runOperation(sandbox, id, { ...options, token }),
		);

		if (WORKS_WITHOUT.includes(name)) return expect(textOf(run).trim()).toBe('');
		expect(textOf(run)).toContain(`This operation needs the scopes ${scopes.join(', ')}.`);
		expect(run.stored).not.toContain(token);
	});
});

describe.each(operations)('$id', ({ id, scopes }) => {
	test('works with the scopes that it names, and no others, connected by OAuth2', async () => {
		const connection = connect(sandbox, { scopes });
		const { run } = await runExample(
			sandbox,
			id,
			async (_, options) => await runOperationOAuth(connection, id, options),
		);

		expect(textOf(run).trim()).toBe('');
		expect(run.items.length).toBeGreaterThan(0);
		expectNoSecret(run);
	});
});
