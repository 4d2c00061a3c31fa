import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject } from 'n8n-workflow';

import { catalogue } from '../../../nodes/GoHighLevel/actions';
import { backoff } from '../../../nodes/core/retry';
import type { HighLevelSandbox, RecordedRequest } from '../../../sandbox/highlevel';
import { ALL_SCOPES, DEMO } from '../../../sandbox/highlevel';
import { examples, runExample } from '../../contract/examples';
import type { ContactRun } from '../../support/highLevel';
import { byId, runContact, startSandbox } from '../../support/highLevel';
import type { NodeRun } from '../../support/runWorkflow';
import { detailsOf } from '../../support/sandboxRuns';

// The rule is the same after shorter waits.
backoff.firstMs = 5;

const UNKNOWN = 'AAAAbbbbCCCCddddEEEE';

const operations = Object.entries(catalogue.contact?.operations ?? {}).map(([name, { scopes, fields }]) => ({
	name,
	scopes,
	parameters: fields.map((field) => field.name),
}));
const ofAContact = operations.filter(({ parameters }) => parameters.includes('contactId'));

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox({ rateLimit: { max: 100_000, intervalMs: 100 } })));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

interface Outcome {
	run: NodeRun;
	requests: RecordedRequest[];
	/** Whether any contact is another than before. */
	changed: boolean;
}

/** Runs the example of an operation with other parameters or another credential. */
async function runWith(name: string, { parameters, ...others }: ContactRun): Promise<Outcome> {
	const contacts = () => JSON.stringify([...sandbox.state.contacts.values()]);
	let before = '';
	const { run, requests } = await runExample(sandbox, `contact.${name}`, async (operation, options) => {
		before = contacts();
		return await runContact(sandbox, operation, {
			...options,
			...others,
			parameters: { ...options.parameters, ...parameters },
		});
	});
	return { run, requests, changed: contacts() !== before };
}

/** Without custom fields, whose definitions would be read first. */
const plain = (name: string): IDataObject =>
	['create', 'update', 'upsert'].includes(name) ? { customFields: { value: {} } } : {};

/** A token of the demo location that has all scopes but one. */
function tokenWithout(scope: string): string {
	const token = `pit-00000000-demo-demo-demo-without-${scope}`;
	const demo = sandbox.state.tokens.get(DEMO.token);
	if (!demo) throw new Error('The demo has no token');
	sandbox.state.tokens.set(token, { ...demo, token, scopes: ALL_SCOPES.filter((one) => one !== scope) });
	return token;
}

describe('a contact that is not there', () => {
	const messages: Record<string, string> = {
		bulkUpdateTags: `HighLevel refused contact ${UNKNOWN}: contact is not found [item 0]`,
		bulkUpdateBusiness: `HighLevel did not change the business of contact ${UNKNOWN} [item 0]`,
	};

	test.each(ofAContact)('is named by $name, which changes nothing', async ({ name }) => {
		const { run, changed } = await runWith(name, { parameters: { contactId: byId(UNKNOWN) } });

		expect(run.error?.message).toBe(messages[name] ?? `Contact with id ${UNKNOWN} not found [item 0]`);
		expect(run.error?.description).toContain('Check the id: ');
		expect(run.error?.context).toMatchObject({ itemIndex: 0 });
		expect(changed).toBe(false);
	});

	test.each(ofAContact)(
		'is refused by $name before anything is sent when its id is empty',
		async ({ name }) => {
			const { run, requests } = await runWith(name, {
				parameters: { contactId: byId('={{ $json.nothing }}') },
			});

			expect(run.error?.message).toBe('"Contact" is empty [item 0]');
			expect(requests).toEqual([]);
		},
	);
});

describe('a token without the scope', () => {
	test.each(operations)(
		'is told to the user of $name, with the scope; nothing is changed',
		async ({ name, scopes }) => {
			const [scope = ''] = scopes;
			const { run, requests, changed } = await runWith(name, { token: tokenWithout(scope) });

			expect(run.error?.message).toContain('The token is not authorized for this scope. [item 0]');
			expect(run.error?.description).toContain(scope);
			expect(run.error?.description).toContain('Settings > Private Integrations');
			expect(run.error?.httpCode).toBe('401');
			expect(changed).toBe(false);
			expect(requests.filter(({ status }) => status === 401)).toHaveLength(1);
		},
	);
});

describe('the token of another location', () => {
	test.each(operations)('is told to the user of $name; nothing is changed', async ({ name }) => {
		const { run, changed } = await runWith(name, {
			token: DEMO.otherLocationToken,
			parameters: plain(name),
		});

		expect(run.error?.message).toBe(
			'HighLevel refused access: The token does not have access to this location. [item 0]',
		);
		expect(run.error?.description).toContain(DEMO.locationId);
		expect(run.error?.description).toContain('Check the Location ID in the credential');
		expect(run.error?.httpCode).toBe('403');
		expect(changed).toBe(false);
	});

	test.each(ofAContact)('with its own location cannot reach the contact by $name', async ({ name }) => {
		const { run, changed } = await runWith(name, {
			token: DEMO.otherLocationToken,
			locationId: DEMO.otherLocationId,
			parameters: plain(name),
		});

		expect(run.error?.message).toMatch(/does not have access|does not belong|not found/);
		expect(changed).toBe(false);
	});
});

describe('a value that cannot be right', () => {
	const nothing = '={{ $json.nothing }}';
	const email = 'HighLevel refused the data: email must be an email';
	const ROWS: Record<string, [parameters: IDataObject, message: string, field?: string]> = {
		create: [{ email: 'nobody' }, email, 'email'],
		upsert: [{ email: 'nobody' }, email, 'email'],
		update: [{ updateFields: { email: 'nobody' } }, email, 'email'],
		get: [{ options: { timeout: 0 } }, '"Timeout" must be a number of milliseconds, 1 or more', 'timeout'],
		getAppointments: [
			{ options: { timeout: -1 } },
			'"Timeout" must be a number of milliseconds, 1 or more',
			'timeout',
		],
		delete: [{ contactId: byId('a/../b?x') }, 'Contact with id a/../b?x not found'],
		removeFromAllCampaigns: [{ contactId: byId('a b') }, 'Contact with id a b not found'],
		addTags: [{ tags: nothing }, '"Tags" is empty', 'tags'],
		removeTags: [{ tags: nothing }, '"Tags" is empty', 'tags'],
		addFollowers: [{ followers: nothing }, '"Follower Names or IDs" is empty', 'followers'],
		removeFollowers: [{ followers: nothing }, '"Follower Names or IDs" is empty', 'followers'],
		addToWorkflow: [{ workflowId: byId(UNKNOWN) }, `Workflow with id ${UNKNOWN} not found`],
		removeFromWorkflow: [{ workflowId: byId(UNKNOWN) }, `Workflow with id ${UNKNOWN} not found`],
		addToCampaign: [{ campaignId: byId(nothing) }, '"Campaign" is empty', 'campaignId'],
		removeFromCampaign: [{ campaignId: byId(UNKNOWN) }, `Campaign with id ${UNKNOWN} not found`],
		bulkUpdateTags: [{ tags: nothing }, '"Tags" is empty', 'tags'],
		bulkUpdateBusiness: [{ businessId: byId(nothing) }, '"Business" is empty', 'businessId'],
		findDuplicate: [
			{ email: '', phone: nothing },
			'There is neither an email nor a phone to look for',
			'email, phone',
		],
		getByBusiness: [{ returnAll: false, limit: 0 }, '"Limit" must be a whole number of 1 or more', 'limit'],
		search: [
			{ filterType: 'json', filtersJson: '[{"field":"nobody","operator":"eq","value":"x"}]' },
			'HighLevel refused the data: Invalid field nobody',
		],
		getAll: [{ filters: { addedAfter: 'soon' } }, '"Added After" is not a date: soon', 'Added After'],
	};

	test('is tried with every operation', () => {
		expect(Object.keys(ROWS).sort()).toEqual(operations.map(({ name }) => name).sort());
	});

	test.each(Object.entries(ROWS))(
		'is named by %s, and nothing is changed',
		async (name, [parameters, message, field]) => {
			const { run, changed, requests } = await runWith(name, { parameters });

			expect(run.error?.message).toBe(`${message} [item 0]`);
			expect(detailsOf(run).field).toBe(field);
			expect(changed).toBe(false);
			expect(requests.every(({ method, status }) => method === 'GET' || (status ?? 0) >= 400)).toBe(true);
		},
	);
});

describe('the rate limit', () => {
	test.each(operations)('delays $name and spoils nothing', async ({ name }) => {
		const calm = await runWith(name, {});
		sandbox.reset();
		sandbox.faults.add({ kind: 'rateLimited', times: 2 });
		const { run, requests } = await runWith(name, {});

		expect(run.error?.message).toBeUndefined();
		expect(requests.filter(({ status }) => status === 429)).toHaveLength(2);
		expect(run.items.map(({ json }) => json.id ?? json.contactId)).toEqual(
			calm.run.items.map(({ json }) => json.id ?? json.contactId),
		);
	});
});

describe('a host that is not HighLevel', () => {
	const READS = ['get', 'getAll', 'getAppointments', 'getByBusiness', 'search'];
	const ANSWERS: Record<string, [type: string, body: string]> = {
		'a login page': ['text/html', '<html><body>Please log in</body></html>'],
		'an empty object': ['application/json', '{}'],
		'a list': ['application/json', '[]'],
		null: ['application/json', 'null'],
		nothing: ['text/plain', ''],
	};
	let server: Server;
	let answer: [type: string, body: string] = ['', ''];
	beforeAll(async () => {
		server = createServer((_, response) => {
			response.setHeader('Content-Type', answer[0]);
			response.end(answer[1]);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	});
	afterAll(async () => await new Promise((resolve) => server.close(resolve)));

	const cases = Object.keys(ANSWERS).flatMap((what) => operations.map(({ name }) => [what, name] as const));

	test.each(cases)('but answers %s is no riddle to the user of %s', async (what, name) => {
		answer = ANSWERS[what] as [string, string];
		const { port } = server.address() as AddressInfo;
		const baseUrl = `http://127.0.0.1:${port}`;
		const { run } = await runWith(name, { baseUrl, parameters: plain(name) });

		const message = run.error?.message ?? '';
		if (what === 'a login page' || READS.includes(name))
			expect(message).toContain('did not answer like HighLevel');
		expect(message).not.toMatch(/undefined|null|iterable|not a function|destructur|Cannot read/);
	});
});

test('every operation has an example that these tests can run', () => {
	expect(operations.length).toBeGreaterThan(20);
	expect(ofAContact.length).toBeGreaterThan(14);
	expect(operations.map(({ name }) => name).filter((name) => !examples[`contact.${name}`])).toEqual([]);
});
