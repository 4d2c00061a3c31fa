import { pace } from '../../../support/pace';
import type { FaultRule, HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { OperationRun } from '../../../support/highLevel';
import { byId, DEMO, runContact, startSandbox } from '../../../support/highLevel';
import { closedPort, people, PERSON } from '../../../support/sandboxRuns';

let sandbox: HighLevelSandbox;

pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

beforeEach(async () => {
	sandbox = await startSandbox();
});

afterEach(async () => await sandbox.close());

interface Trouble {
	fault?: FaultRule;
	run?: OperationRun;
	operation?: string;
	closed?: boolean;
	/** HighLevel answers with an id for its support. */
	traced?: boolean;
	cancelled?: boolean;
}

const FAILURES: Array<[string, Trouble]> = [
	['a refused connection', { closed: true }],
	['a closed connection', { fault: { kind: 'connectionReset' } }],
	['no answer', { fault: { kind: 'timeout' }, run: { parameters: { ...PERSON, options: { timeout: 50 } } } }],
	['a lost answer that cannot be looked up', { fault: { kind: 'lostAnswer' } }],
	['a server error', { fault: { kind: 'serverError' }, traced: true }],
	['a gateway page', { fault: { kind: 'htmlError' } }],
	['a login page', { fault: { kind: 'htmlError', status: 200 } }],
	['bad data', { run: { parameters: { email: 'jürgen@mail.example' } }, traced: true }],
	[
		'an unknown contact',
		{ operation: 'get', run: { parameters: { contactId: byId('AAAAbbbbCCCCddddEEEE') } }, traced: true },
	],
	['a token without the scope', { run: { token: DEMO.readOnlyToken }, traced: true }],
	[
		'a token that HighLevel does not know',
		{ run: { token: 'pit-11111111-2222-3333-4444-555555555555' }, traced: true },
	],
	['a wrong location', { run: { locationId: DEMO.otherLocationId }, traced: true }],
	['a refused status', { fault: { kind: 'serverError', status: 409 }, traced: true }],
	['a cancelled wait', { fault: { kind: 'timeout' }, run: { cancelAfterMs: 200 }, cancelled: true }],
];

describe.each(FAILURES)(
	'what n8n stores after %s',
	(_, { fault, run = {}, operation = 'create', closed, traced, cancelled }) => {
		const failed = async (onError?: OperationRun['onError']) => {
			if (fault) sandbox.faults.add(fault);
			const baseUrl = closed ? `http://127.0.0.1:${await closedPort()}` : sandbox.url;
			return await runContact(sandbox, operation, {
				items: people(1),
				parameters: PERSON,
				token: DEMO.token,
				baseUrl,
				...run,
				...(onError ? { onError } : {}),
			});
		};
		const token = run.token ?? DEMO.token;

		test('holds no token', async () => {
			const { error, stored } = await failed();
			expect(error).toBeDefined();
			expect(stored).toContain(JSON.stringify(error?.message));
			expect(stored).not.toContain(token);
			expect(stored).not.toContain(token.slice('pit-'.length));
			expect(stored).not.toMatch(/Bearer|authorization/i);
		});

		if (!cancelled) {
			test('holds no token in the item of the error output', async () => {
				const { errorItems, stored } = await failed('continueErrorOutput');
				expect(errorItems).toHaveLength(1);
				expect(stored).not.toContain(token);
				expect(stored).not.toMatch(/Bearer|authorization/i);
			});
		}

		if (traced) {
			test("holds the id under which HighLevel's support finds the request", async () => {
				const { error, stored } = await failed();
				const traceId = (error?.context?.details as { traceId?: string }).traceId;
				expect(traceId).toMatch(/^[0-9a-f-]{36}$/);
				expect(error?.description).toContain(`Trace id, for the service's support: ${traceId}.`);
				expect(stored).toContain(traceId);
			});
		}
	},
);

test('the daily limit and the rate limit leave no token behind either', async () => {
	sandbox.configure({ rateLimit: { max: 1_000, intervalMs: 10_000, daily: 1 } });
	const { error, stored } = await runContact(sandbox, 'create', { items: people(3), parameters: PERSON });
	expect(error?.message).toContain('daily limit');
	expect(stored).not.toContain(DEMO.token);
});
