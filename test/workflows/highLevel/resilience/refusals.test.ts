import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runContact, startSandbox } from '../../../support/highLevel';
import { detailsOf, people, PERSON, requestsOf, storeContact } from '../../../support/sandboxRuns';

let sandbox: HighLevelSandbox;

beforeEach(async () => {
	sandbox = await startSandbox();
});

afterEach(async () => await sandbox.close());

const create = async (options = {}) =>
	await runContact(sandbox, 'create', { items: people(1), parameters: PERSON, ...options });

test.each([400, 401, 402, 403, 404, 405, 408, 409, 410, 413, 415, 418, 422, 451])(
	'a refusal of status %i is not sent again',
	async (status) => {
		sandbox.faults.add({ kind: 'serverError', status });
		const run = await create();
		expect(sandbox.requests).toHaveLength(1);
		expect(run.error?.httpCode).toBe(String(status));
		expect(run.error?.message).toContain('Internal server error');
		expect(detailsOf(run)).toMatchObject({ httpCode: status, traceId: expect.any(String) });
	},
);

test('a token that lacks a scope is sent once, and the scopes are named', async () => {
	const run = await create({ token: DEMO.readOnlyToken });
	expect(run.error?.message).toContain('The token is not authorized for this scope.');
	expect(run.error?.description).toContain('needs the scopes contacts.write, contacts.readonly');
	expect(run.error?.description).toContain('Settings > Private Integrations');
	expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
});

test.each([
	['a mistyped token', 'pit-00000000-0000-0000-0000-000000000000'],
	['the token of an agency', DEMO.agencyToken],
])('%s is sent once, and the operator is pointed to the credential', async (_, token) => {
	const run = await create({ token });
	expect(run.error?.message).toMatch(/^HighLevel (does not accept|refused) the token/);
	expect(run.error?.description).toContain('contacts.write');
	expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
});

test('a location to which the token has no access is named, with where to correct it', async () => {
	const run = await create({ locationId: DEMO.otherLocationId });
	expect(run.error?.message).toContain('The token does not have access to this location.');
	expect(run.error?.description).toContain(DEMO.otherLocationId);
	expect(run.error?.description).toContain('Check the Location ID in the credential');
	expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
});

test.each([
	['email', { email: 'ann@example.com' }, { email: 'Ann@Example.com' }],
	['phone', { phone: '+12025550123' }, { phone: '(202) 555-0123' }],
])(
	'a contact that exists already is named, with the field by which it was found (%s)',
	async (field, stored, given) => {
		const contactId = storeContact(sandbox, stored);
		const run = await create({ items: [{}], parameters: given });
		expect(run.error?.message).toBe(`A contact with this ${field} already exists: ${contactId}`);
		expect(run.error?.description).toContain('Create or Update');
		expect(detailsOf(run)).toMatchObject({ contactId, matchingField: field, httpCode: 400 });
	},
);

test('a contact that is not there is told as such, on its item', async () => {
	const known = storeContact(sandbox);
	const run = await runContact(sandbox, 'get', {
		items: [{ id: known }, { id: 'AAAAbbbbCCCCddddEEEE' }],
		parameters: { contactId: byId('={{ $json.id }}') },
	});
	expect(run.error?.message).toBe('Contact with id AAAAbbbbCCCCddddEEEE not found [item 1]');
	expect(run.error?.description).toContain('1 of 2 items were completed');
	expect(run.error?.context).toMatchObject({ itemIndex: 1 });
});

test('a field that HighLevel does not take is named', async () => {
	const run = await create({ items: [{}], parameters: { email: 'jürgen@mail.example' } });
	expect(run.error?.message).toContain(
		'HighLevel refused the data: "Email" must be an email, but it is jürgen@mail.example',
	);
	expect(detailsOf(run)).toMatchObject({ httpCode: 422, field: 'email' });
	expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
});
