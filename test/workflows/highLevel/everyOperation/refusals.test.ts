import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { pace } from '../../../support/pace';
import { examples } from '../../../cases/highLevel';
import { byId, DEMO, startSandbox, UNKNOWN } from '../../../support/highLevel';
import { operations, plain, runWith, tokenWithout } from './operations';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox({ rateLimit: { max: 100_000, intervalMs: 100 } })));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const ofRecords = operations.flatMap(({ id, records }) => records.map((record) => ({ id, ...record })));
const ofAContact = operations.filter(({ records }) =>
	records.some(({ parameter }) => parameter === 'contactId'),
);

test('every operation has an example that these tests can run', () => {
	expect(operations.length).toBeGreaterThan(20);
	expect(ofAContact.length).toBeGreaterThan(14);
	expect(operations.filter(({ id }) => !examples[id])).toEqual([]);
});

describe('a record that is not there', () => {
	const messages: Record<string, string> = {
		'contact.bulkUpdateTags contactId': `HighLevel refused contact ${UNKNOWN}: contact is not found`,
		'contact.bulkUpdateBusiness contactId': `HighLevel did not change the business of contact ${UNKNOWN}`,
	};
	/** HighLevel answers that there is nothing. */
	const NOT_REFUSED = ['contact.getByBusiness businessId'];
	const refused = ofRecords.filter(({ id, parameter }) => !NOT_REFUSED.includes(`${id} ${parameter}`));

	test.each(refused)('is named by $id when $parameter is wrong, which changes nothing', async (row) => {
		const { id, parameter } = row;
		const { run, changed } = await runWith(sandbox, id, { parameters: { [parameter]: byId(UNKNOWN) } });

		const message = messages[`${id} ${parameter}`] ?? `with id ${UNKNOWN} not found`;
		expect(run.error?.message).toContain(message);
		expect(run.error?.description).toContain('Check the id: ');
		expect(run.error?.context).toMatchObject({ itemIndex: 0 });
		expect(changed).toBe(false);
	});

	test.each(ofRecords)(
		'is refused by $id before anything is sent when $parameter is empty',
		async ({ id, parameter, label }) => {
			const { run, requests } = await runWith(sandbox, id, {
				parameters: { [parameter]: byId('={{ $json.nothing }}') },
			});

			expect(run.error?.message).toBe(`"${label}" is empty`);
			expect(requests).toEqual([]);
		},
	);
});

describe('a token without the scope', () => {
	test.each(operations.filter(({ scopes }) => scopes.length > 0))(
		'is told to the user of $id, with the scope; nothing is changed',
		async ({ id, scopes }) => {
			const [scope = ''] = scopes;
			const { run, requests, changed } = await runWith(sandbox, id, { token: tokenWithout(sandbox, scope) });

			expect(run.error?.message).toContain('The token is not authorized for this scope.');
			expect(run.error?.description).toContain(scope);
			expect(run.error?.description).toContain('Settings > Private Integrations');
			expect(run.error?.httpCode).toBe('401');
			expect(changed).toBe(false);
			expect(requests.filter(({ status }) => status === 401)).toHaveLength(1);
		},
	);
});

describe('the token of another location', () => {
	/** Show which locations the token opens, by which the right one is found, and what is wrong with the token. */
	const NOT_REFUSED = ['account.checkAccess', 'location.getAll'];
	const refused = operations.filter(({ id }) => !NOT_REFUSED.includes(id));

	test.each(refused)('is told to the user of $id; nothing is changed', async ({ id }) => {
		const { run, changed } = await runWith(sandbox, id, {
			token: DEMO.otherLocationToken,
			parameters: plain(id),
		});

		expect(run.error?.message).toBe(
			'HighLevel refused access: The token does not have access to this location.',
		);
		expect(run.error?.description).toContain(DEMO.locationId);
		expect(run.error?.description).toContain('Check the Location ID in the credential');
		expect(run.error?.httpCode).toBe('403');
		expect(changed).toBe(false);
	});

	test.each(ofAContact)('with its own location cannot reach the contact by $id', async ({ id }) => {
		const { run, changed } = await runWith(sandbox, id, {
			token: DEMO.otherLocationToken,
			locationId: DEMO.otherLocationId,
			parameters: plain(id),
		});

		expect(run.error?.message).toMatch(/does not have access|does not belong|not found/);
		expect(changed).toBe(false);
	});
});

describe('the rate limit', () => {
	test.each(operations)('delays $id and spoils nothing', async ({ id }) => {
		const calm = await runWith(sandbox, id);
		sandbox.reset();
		sandbox.faults.add({ kind: 'rateLimited', times: 2 });
		const { run, requests } = await runWith(sandbox, id);

		expect(run.error?.message).toBeUndefined();
		expect(requests.filter(({ status }) => status === 429)).toHaveLength(2);
		expect(run.items.map(({ json }) => json.id ?? json.contactId)).toEqual(
			calm.run.items.map(({ json }) => json.id ?? json.contactId),
		);
	});
});
