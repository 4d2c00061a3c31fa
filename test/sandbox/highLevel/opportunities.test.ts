import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import type { CallOptions } from './support';
import { call, create, DEMO, locationId, start } from './support';

const { customFields, lostReasons, pipelines, pipelineStages, sellerStages, users } = DEMO;

let sandbox: HighLevelSandbox;
let contactId: string;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(async () => {
	sandbox.reset();
	contactId = await create(sandbox, { name: 'Ada King', email: 'ada@x.example', companyName: 'Analytical' });
});
afterAll(() => sandbox.close());

const opportunities = (method: string, path: string, body?: unknown, options?: CallOptions) =>
	call(sandbox, method, `/opportunities/${path}`, body, options);
const deal = (more: object = {}) => ({
	pipelineId: pipelines.buyers,
	locationId,
	name: 'Loft',
	status: 'open',
	contactId,
	...more,
});
const add = async (more: object = {}): Promise<string> => {
	const { status, body } = await opportunities('POST', '', deal(more));
	if (status !== 201) throw new Error(JSON.stringify(body));
	return body.opportunity.id as string;
};
const stored = (id: string) => sandbox.state.opportunities.get(id)!;
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/);

describe('a new opportunity', () => {
	test('stands in the first stage, and is read with its contact', async () => {
		const made = await opportunities('POST', '', deal({ monetaryValue: 420_000, assignedTo: users.ben }));
		expect(made.status).toBe(201);
		const { id } = made.body.opportunity;
		expect(made.body.opportunity).toEqual({
			...deal({ id, monetaryValue: 420_000, assignedTo: users.ben }),
			pipelineStageId: pipelineStages.inquiry,
			followers: [],
			customFields: [],
			lastStatusChangeAt: time,
			lastStageChangeAt: time,
			createdAt: time,
			updatedAt: time,
			contact: {
				id: contactId,
				name: 'Ada King',
				companyName: 'Analytical',
				email: 'ada@x.example',
				tags: [],
			},
		});
		expect((await opportunities('GET', id)).body).toEqual(made.body);
	});

	test('takes custom fields by ID and by key, under the name of its version', async () => {
		const id = await add({ customFields: [{ key: 'deal_type', field_value: 'Sale' }] });
		const { dealType } = customFields;
		expect(stored(id).customFields).toEqual([{ id: dealType, value: 'Sale' }]);
		const sent = { customFields: [{ id: dealType, fieldValue: 'Purchase' }] };
		const { body } = await opportunities('PUT', id, sent, { version: 'v3' });
		expect(body.opportunity.customFields).toEqual([{ id: dealType, fieldValue: 'Purchase' }]);
		const dated = await opportunities('PUT', id, sent);
		expect(dated.body.message).toEqual(['customFields.0.property fieldValue should not exist']);
		// One of contacts is none of opportunities.
		await opportunities('PUT', id, { customFields: [{ id: customFields.budget, field_value: 1 }] });
		expect(stored(id).customFields).toHaveLength(1);
	});

	test('has a forecast under v3 only', async () => {
		const forecast = { forecastExpectedCloseDate: '05/20/2041', forecastProbability: 40 };
		const { body } = await opportunities('POST', '', deal(forecast), { version: 'v3' });
		const { id } = body.opportunity;
		expect(body.opportunity).toMatchObject({ ...forecast, forecastExpectedCloseDate: '2041-05-20' });
		expect((await opportunities('GET', id)).body.opportunity).not.toHaveProperty('forecastProbability');
		expect((await opportunities('PUT', id, forecast)).status).toBe(422);
	});

	test.each([
		['an unknown contact', { contactId: 'nobody' }, 400, 'Contact with id nobody not found'],
		['an unknown pipeline', { pipelineId: 'nothing' }, 400, 'Pipeline with id nothing not found'],
		[
			'a stage of another pipeline',
			{ pipelineStageId: sellerStages.sold },
			400,
			`Pipeline stage with id ${sellerStages.sold} not found`,
		],
		['a field that there is not', { tags: ['x'] }, 422, ['property tags should not exist']],
		[
			'a status that means nothing',
			{ status: 'all' },
			422,
			['status must be one of the following values: open, won, lost, abandoned'],
		],
	])('is refused with %s', async (_case, more, status, message) => {
		const answer = await opportunities('POST', '', deal(more));
		expect([answer.status, answer.body.message]).toEqual([status, message]);
		expect(sandbox.state.opportunities.size).toBe(0);
	});
});

describe('a second opportunity of a contact in a pipeline', () => {
	test('is refused with the ID of the first, whatever its status', async () => {
		const existingId = await add({ status: 'won' });
		const { status, body } = await opportunities('POST', '', deal({ name: 'Another' }));
		expect(status).toBe(400);
		expect(body).toMatchObject({
			message: 'Can not create duplicate opportunity for the contact.',
			code: 'OPPORTUNITY_NO_DUPLICATE',
			meta: { existingId },
		});
		await add({ pipelineId: pipelines.sellers });
		expect(sandbox.state.opportunities.size).toBe(2);
	});

	test('is refused where it would come from another pipeline', async () => {
		await add();
		const other = await add({ pipelineId: pipelines.sellers });
		const { status } = await opportunities('PUT', other, { pipelineId: pipelines.buyers });
		expect(status).toBe(400);
		expect(stored(other).pipelineId).toBe(pipelines.sellers);
	});

	test('is made where the location allows duplicates', async () => {
		const location = sandbox.state.locations.get(locationId)!;
		sandbox.state.locations.set(locationId, { ...location, allowDuplicateOpportunity: true });
		await add();
		await add();
		expect(sandbox.state.opportunities.size).toBe(2);
		const { body } = await call(sandbox, 'GET', `/locations/${locationId}`);
		expect(body.location.settings.allowDuplicateOpportunity).toBe(true);
	});
});

describe('a change', () => {
	test('moves to a stage, and to the first stage of another pipeline', async () => {
		const id = await add();
		const before = stored(id);
		await opportunities('PUT', id, { pipelineStageId: pipelineStages.offer, assignedTo: '' });
		const after = stored(id);
		expect(after).toMatchObject({ pipelineStageId: pipelineStages.offer, assignedTo: null });
		expect(after.lastStageChangeAt > before.lastStageChangeAt).toBe(true);
		expect(after.lastStatusChangeAt).toBe(before.lastStatusChangeAt);
		await opportunities('PUT', id, { pipelineId: pipelines.sellers });
		expect(stored(id).pipelineStageId).toBe(sellerStages.valuation);
	});

	test('of the status keeps a reason for what is lost only', async () => {
		const id = await add();
		const lost = await opportunities('PUT', `${id}/status`, {
			status: 'lost',
			lostReasonId: lostReasons.price,
		});
		expect(lost.body).toEqual({ succeded: true });
		expect((await opportunities('GET', id)).body.opportunity).toMatchObject({
			status: 'lost',
			lostReasonId: lostReasons.price,
		});
		const reopened = await opportunities('PUT', `${id}/status`, { status: 'open' }, { version: 'v3' });
		expect(reopened.body).toEqual({ succeded: true, success: true });
		expect(stored(id).lostReasonId).toBeNull();
		const unknown = await opportunities('PUT', `${id}/status`, { status: 'lost', lostReasonId: 'nothing' });
		expect(unknown.body.message).toBe('Lost reason with id nothing not found');
	});

	test('adds and removes followers, some or all', async () => {
		const id = await add();
		const { ben, chloe } = users;
		const added = await opportunities('POST', `${id}/followers`, { followers: [ben, chloe] });
		expect([added.status, added.body]).toEqual([
			201,
			{ followers: [ben, chloe], followersAdded: [ben, chloe] },
		]);
		const again = await opportunities('POST', `${id}/followers`, { followers: [ben] });
		expect(again.body.followersAdded).toEqual([]);
		const removed = await opportunities('DELETE', `${id}/followers`, { followers: [ben] });
		expect(removed.body).toEqual({ followers: [chloe], followersRemoved: [ben] });
		const all = await opportunities('DELETE', `${id}/followers?isRemoveAllFollowers=true`, { followers: [] });
		expect(all.body).toEqual({ followers: [], followersRemoved: [chloe] });
		const eleven = { followers: Array.from({ length: 11 }, (_, index) => `user${index}`) };
		expect((await opportunities('POST', `${id}/followers`, eleven)).status).toBe(422);
	});

	test('of a custom field that is deleted leaves nothing of it', async () => {
		const id = await add({ customFields: [{ id: customFields.dealType, field_value: 'Sale' }] });
		await call(sandbox, 'DELETE', `/locations/${locationId}/customFields/${customFields.dealType}`);
		expect(stored(id).customFields).toEqual([]);
	});
});

test('one is deleted by itself and with its contact', async () => {
	const id = await add();
	await add({ pipelineId: pipelines.sellers });
	expect((await opportunities('DELETE', id)).body).toEqual({ succeded: true });
	expect((await opportunities('GET', id)).status).toBe(400);
	await call(sandbox, 'DELETE', `/contacts/${contactId}`);
	expect(sandbox.state.opportunities.size).toBe(0);
});

describe('an upsert', () => {
	const follow = (...followers: string[]) => ({
		followers,
		isRemoveAllFollowers: false,
		followersActionType: 'add',
	});
	const upsert = (more: object) =>
		opportunities('POST', 'upsert', {
			locationId,
			pipelineId: pipelines.buyers,
			...follow(),
			...more,
		});

	test('makes one for the contact, then changes it, by contact as by ID', async () => {
		const made = await upsert({ contactId, ...follow(users.ben) });
		expect(made.body).toMatchObject({
			new: true,
			opportunity: { name: 'Ada King', status: 'open', followers: [users.ben] },
		});
		const { id } = made.body.opportunity;
		const changed = await upsert({ contactId, status: 'won', monetaryValue: 5 });
		expect(changed.body).toMatchObject({ new: false, opportunity: { id, status: 'won', monetaryValue: 5 } });
		const byId = await upsert({ id, ...follow(users.chloe), isRemoveAllFollowers: true });
		expect(byId.body).toMatchObject({ new: false, opportunity: { id, followers: [users.chloe] } });
		expect(sandbox.state.opportunities.size).toBe(1);
	});

	test('is refused without the followers, without a contact, and with an unknown ID', async () => {
		const bare = { locationId, pipelineId: pipelines.buyers, contactId };
		const { status, body } = await opportunities('POST', 'upsert', bare);
		expect(status).toBe(422);
		expect(body.message).toContain('followersActionType should not be empty');
		expect((await upsert({})).status).toBe(400);
		expect((await upsert({ id: 'nothing' })).status).toBe(400);
	});
});

test('lost reasons are listed, searched and counted', async () => {
	const list = async (query: string) =>
		(await opportunities('GET', `lost-reason?locationId=${locationId}${query}`)).body;
	const all = await list('');
	expect(all).toEqual({
		lostReasons: [expect.objectContaining({ name: 'Price too high' }), expect.anything()],
	});
	expect(all.lostReasons[0]).toEqual({
		id: lostReasons.price,
		name: 'Price too high',
		locationId,
		createdAt: time,
		updatedAt: time,
	});
	expect((await list('&query=agent&getCount=true')).total).toBe(1);
	expect((await list('&limit=1&skip=1')).lostReasons).toMatchObject([{ id: lostReasons.otherAgent }]);
	expect((await list('&deleted=true')).lostReasons).toEqual([]);
});

describe.each([
	['GET', '', undefined],
	['PUT', '', { name: 'x' }],
	['DELETE', '', undefined],
	['PUT', '/status', { status: 'won' }],
	['POST', '/followers', { followers: [] }],
])('%s …%s', (method, path, body) => {
	test('of an unknown one answers 400, of another location 403', async () => {
		const unknown = await opportunities(method, `nothing${path}`, body);
		expect([unknown.status, unknown.body.message]).toEqual([400, 'Opportunity with id nothing not found']);
		const { id } = sandbox.state.add('opportunities', { locationId: DEMO.otherLocationId, name: 'x' });
		expect((await opportunities(method, id + path, body)).status).toBe(403);
	});

	test('needs its scope', async () => {
		const id = await add();
		const wrong = method === 'GET' ? 'opportunities.write' : 'opportunities.readonly';
		const { body: made } = await call(sandbox, 'POST', '/__sandbox/tokens', { scopes: [wrong] });
		expect((await opportunities(method, id + path, body, { token: made.token })).status).toBe(401);
	});
});
