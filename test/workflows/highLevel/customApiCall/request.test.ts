import type { IDataObject } from 'n8n-workflow';

import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { OperationRun } from '../../../support/highLevel';
import { DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import type { NodeRun } from '../../../support/running/runWorkflow';
import { detailsOf, storeContact, textOf } from '../../../support/sandboxRuns';

pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

async function request(parameters: IDataObject, others: OperationRun = {}): Promise<NodeRun> {
	return await runOperation(sandbox, 'customApiCall.request', { ...others, parameters });
}

const query = (parameters: Record<string, string>) => ({
	parameter: Object.entries(parameters).map(([name, value]) => ({ name, value })),
});

const json = ({ items }: NodeRun) => items.map((item) => item.json);

describe('one call', () => {
	test('puts out the whole answer as one item', async () => {
		const id = storeContact(sandbox, { firstName: 'Ada' });
		const run = await request({ method: 'GET', path: `/contacts/${id}` });

		expect(json(run)).toMatchObject([{ contact: { id, firstName: 'Ada' } }]);
	});

	test('puts out the records under the key that is named', async () => {
		const run = await request({
			method: 'GET',
			path: '/locations/{locationId}/customFields',
			queryParameters: query({ model: 'opportunity' }),
			recordsKey: 'customFields',
		});

		expect(json(run).map(({ id }) => id)).toEqual([DEMO.customFields.dealType]);
	});

	test('sends a body, with the location in path and query where the operator wrote {locationId}', async () => {
		const run = await request({
			method: 'POST',
			path: '/locations/{locationId}/tags',
			bodyJson: '{ "name": "vip" }',
			recordsKey: '',
		});

		expect(json(run)).toMatchObject([{ tag: { name: 'vip', locationId: DEMO.locationId } }]);
		const workflows = await request({
			method: 'GET',
			path: '/workflows/',
			queryParameters: query({ locationId: '{locationId}', empty: '' }),
			recordsKey: 'workflows',
		});
		expect(json(workflows)).toHaveLength(2);
		expect(sandbox.requests.at(-1)?.query).toEqual({ locationId: DEMO.locationId });
	});

	test('takes a body from an expression as it is', async () => {
		const id = storeContact(sandbox);
		await request(
			{ method: 'PUT', path: '=/contacts/{{ $json.id }}', bodyJson: '={{ $json.fields }}' },
			{ items: [{ id, fields: { city: 'Boston' } }] },
		);

		expect(sandbox.state.contacts.get(id)?.city).toBe('Boston');
	});

	test('deletes', async () => {
		const id = storeContact(sandbox);
		const run = await request({ method: 'DELETE', path: `/contacts/${id}` });

		expect(run.error).toBeUndefined();
		expect(sandbox.state.contacts.has(id)).toBe(false);
	});

	test.each([
		['/contacts/', undefined, '2021-07-28'],
		['/calendars/', undefined, '2021-04-15'],
		['/locations/{locationId}/tags', 'v3', 'v3'],
	])('%s with the version %s is sent with %s', async (path, version, sent) => {
		await request({
			method: 'GET',
			path,
			queryParameters: path.startsWith('/locations') ? {} : query({ locationId: '{locationId}' }),
			options: version ? { version } : {},
		});

		expect(sandbox.requests).toMatchObject([{ version: sent }]);
	});

	test('links each result to its item, in the order of the items', async () => {
		const ids = ['Ada', 'Ben', 'Cleo'].map((firstName) => storeContact(sandbox, { firstName }));
		const run = await request(
			{ method: 'GET', path: '=/contacts/{{ $json.id }}' },
			{ items: ids.map((id) => ({ id })) },
		);

		expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(json(run).map(({ contact }) => (contact as IDataObject).id)).toEqual(ids);
	});
});

describe('with pagination', () => {
	const PER_PAGE = 40;
	const search = {
		method: 'POST',
		path: '/contacts/search',
		bodyJson: `{ "locationId": "${DEMO.locationId}" }`,
		recordsKey: 'contacts',
		returnAll: true,
	};
	const list = {
		method: 'GET',
		path: '/contacts/',
		queryParameters: query({ locationId: '{locationId}' }),
		returnAll: true,
	};

	test.each<[string, IDataObject]>([
		['page', { ...search, pagination: 'page', options: { pageSizeName: 'pageLimit', pageSize: PER_PAGE } }],
		[
			'searchAfter',
			{ ...search, pagination: 'searchAfter', options: { pageSizeName: 'pageLimit', pageSize: PER_PAGE } },
		],
		['startAfter', { ...list, pagination: 'startAfter', options: { pageSize: PER_PAGE } }],
		[
			'skip',
			{
				...list,
				path: `/contacts/business/${DEMO.businesses.northPier}`,
				pagination: 'skip',
				options: { pageSize: PER_PAGE },
			},
		],
	])('by %s every record comes, each once', async (_, parameters) => {
		const ids = sandbox.state.seedContacts(100).map(({ id }) => id);
		for (const id of ids) sandbox.state.updateContact(id, { businessId: DEMO.businesses.northPier });
		const run = await request(parameters);

		expect(run.error).toBeUndefined();
		expect(
			json(run)
				.map(({ id }) => String(id))
				.sort(),
		).toEqual([...ids].sort());
		expect(sandbox.requests).toHaveLength(3);
	});

	test('stops at the limit', async () => {
		sandbox.state.seedContacts(100);
		const run = await request({
			...list,
			pagination: 'startAfter',
			returnAll: false,
			limit: 45,
			options: { pageSize: PER_PAGE },
		});

		expect(run.items).toHaveLength(45);
		expect(sandbox.requests).toHaveLength(2);
	});

	test('says which keys the answer has when it cannot tell where the records are', async () => {
		const run = await request({ ...list, pagination: 'startAfter', recordsKey: 'people' });

		expect(textOf(run)).toContain('The answer has no list under "people"');
		expect(textOf(run)).toContain('The answer has: contacts, count, meta.');
		expect(detailsOf(run).field).toBe('recordsKey');
	});
});

describe('what could lead elsewhere is refused before anything is sent', () => {
	test.each([
		['https://elsewhere.example/contacts', 'A path must begin with one slash'],
		['//elsewhere.example/contacts', 'A path must begin with one slash'],
		['contacts', 'A path must begin with one slash'],
		['/contacts?limit=1', 'A path may not contain "?"'],
		['/contacts/../locations', 'The id for "contacts" is ".."'],
		['/contacts/%2e%2e/locations', 'The id for "contacts" is ".."'],
		['/contacts//tasks', 'The id for "contacts" is empty'],
		['={{ $json.nothing }}', '"Path" is empty'],
	])('%s', async (path, message) => {
		const run = await request({ method: 'GET', path });

		expect(run.error?.message).toContain(message);
		expect(sandbox.requests).toEqual([]);
	});
});

describe('when the answer is lost', () => {
	const create = { method: 'POST', path: '/contacts/', bodyJson: `{ "locationId": "${DEMO.locationId}" }` };

	test('a POST is not sent again, and the operator reads that it may have happened', async () => {
		sandbox.faults.add({ kind: 'lostAnswer', method: 'POST', times: 1 });
		const run = await request(create);

		expect(run.error?.message).toContain('the change may have happened');
		expect(detailsOf(run).mayHaveHappened).toBe(true);
		expect(sandbox.requests).toHaveLength(1);
	});

	test('a POST that the operator called repeatable is sent again', async () => {
		sandbox.faults.add({ kind: 'lostAnswer', method: 'POST', times: 1 });
		const run = await request({ ...create, options: { repeatPost: true } });

		expect(run.error).toBeUndefined();
		expect(sandbox.requests).toHaveLength(2);
	});

	test('a PUT is sent again', async () => {
		const id = storeContact(sandbox);
		sandbox.faults.add({ kind: 'lostAnswer', method: 'PUT', times: 1 });
		const run = await request({ method: 'PUT', path: `/contacts/${id}`, bodyJson: '{ "city": "Boston" }' });

		expect(run.error).toBeUndefined();
		expect(sandbox.requests).toHaveLength(2);
	});
});

test('a missing scope is explained, though the node cannot know which it is', async () => {
	const run = await request(
		{ method: 'POST', path: '/contacts/', bodyJson: `{ "locationId": "${DEMO.locationId}" }` },
		{ token: DEMO.readOnlyToken },
	);

	expect(run.error?.message).toContain('The token is not authorized for this scope.');
	expect(run.error?.description).toContain(
		"HighLevel's documentation of the endpoint names the scope that it needs.",
	);
});
