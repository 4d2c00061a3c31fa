import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { fail, succeed } from '../../../support/odd/outcomes';
import { addOpportunity } from './records';

const { users, pipelines, pipelineStages, sellerStages } = DEMO;
const DAY_MS = 86_400_000;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const read = async (filters: IDataObject, more: IDataObject = {}) =>
	await succeed(sandbox, 'opportunity.getAll', { parameters: { returnAll: true, filters, ...more } });
const searches = () => sandbox.requests.filter(({ path }) => path === '/opportunities/search');
const ago = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();

describe('one filter gives those that match, and no others', () => {
	const matching = { name: 'Match', monetaryValue: 500, createdAt: '2026-03-02T23:30:00.000Z' };

	test.each<[string, object, object, IDataObject]>([
		['owner', { assignedTo: users.ben }, { assignedTo: users.amelia }, { assignedTo: byId(users.ben) }],
		[
			'pipeline',
			{ pipelineId: pipelines.sellers, pipelineStageId: sellerStages.listed },
			{},
			{ pipelineId: byId(pipelines.sellers) },
		],
		['stage', { pipelineStageId: pipelineStages.offer }, {}, { pipelineStageId: byId(pipelineStages.offer) }],
		['status', { status: 'lost' }, {}, { status: 'lost' }],
		['status by its name', { status: 'won' }, {}, { status: 'Won' }],
		['text', { name: 'Old mill' }, {}, { query: 'mill' }],
		['least value', { monetaryValue: 500 }, { monetaryValue: 499 }, { minimumValue: 500 }],
		['greatest value', { monetaryValue: 500 }, { monetaryValue: 501 }, { maximumValue: '$500.00' }],
		['no value', { monetaryValue: 0 }, {}, { maximumValue: 0 }],
		['created from', {}, { createdAt: '2026-03-02T23:29:59.999Z' }, { createdAfter: '2026-03-02T23:30:00Z' }],
		[
			'created until',
			{},
			{ createdAt: '2026-03-02T23:30:00.001Z' },
			{ createdBefore: '2026-03-02T23:30:00Z' },
		],
		[
			'created on another day in the zone of the location',
			{ createdAt: '2026-03-02T02:00:00.000Z' },
			{ createdAt: '2026-03-02T01:00:00.000Z' },
			{ createdAfter: '2026-03-02T01:30:00Z' },
		],
		[
			'created on a day in a far zone',
			{ createdAt: '2026-03-02T10:30:00.000Z' },
			{ createdAt: '2026-03-02T09:30:00.000Z' },
			{ createdAfter: '2026-03-03T00:00:00+14:00' },
		],
	])('by %s', async (_, match, other, filters) => {
		const { id } = addOpportunity(sandbox, { ...matching, ...match });
		addOpportunity(sandbox, { ...matching, ...other });

		expect((await read(filters)).map((found) => found.id)).toEqual([id]);
	});

	test('by contact', async () => {
		const { id, contactId } = addOpportunity(sandbox);
		addOpportunity(sandbox);

		expect((await read({ contactId: byId(contactId) })).map((found) => found.id)).toEqual([id]);
	});

	test('by no change for a number of days: moves and changes of status count', async () => {
		const old = {
			createdAt: ago(30),
			updatedAt: ago(9),
			lastStageChangeAt: ago(9),
			lastStatusChangeAt: ago(9),
		};
		const { id } = addOpportunity(sandbox, old);
		addOpportunity(sandbox, { ...old, updatedAt: ago(6) });
		addOpportunity(sandbox, { ...old, lastStageChangeAt: ago(6) });
		addOpportunity(sandbox, { ...old, lastStatusChangeAt: ago(6) });

		expect((await read({ unchangedDays: 7 })).map((found) => found.id)).toEqual([id]);
	});

	test('a number of days that cannot be is refused before anything is sent', async () => {
		const error = await fail(sandbox, 'opportunity.getAll', {
			parameters: { filters: { unchangedDays: -1 } },
		});

		expect(error.message).toBe('"No Change for Days" must be 0 or more, but it is -1');
		expect(sandbox.requests).toEqual([]);
	});
});

describe('pages', () => {
	const addMany = (count: number, fields: (index: number) => object = () => ({})) =>
		Array.from({ length: count }, (_, index) =>
			addOpportunity(sandbox, {
				createdAt: new Date(Date.parse('2026-03-01T00:00:00Z') - index * 60_000).toISOString(),
				...fields(index),
			}),
		).map(({ id }) => id);

	test('Return All gives each of 250 once, the newest first', async () => {
		const ids = addMany(250);

		expect((await read({})).map(({ id }) => id)).toEqual(ids);
		expect(searches().map(({ query }) => query.limit)).toEqual([100, 100, 100]);
	});

	test('a limit reads no more than it needs', async () => {
		const ids = addMany(130);
		const found = await read({}, { returnAll: false, limit: 110 });

		expect(found.map(({ id }) => id)).toEqual(ids.slice(0, 110));
		expect(searches().map(({ query }) => query.limit)).toEqual([100, 10]);
	});

	test('a limit counts those that the node filters, of which the last are far behind', async () => {
		const ids = addMany(250, (index) => ({ monetaryValue: index % 100 === 99 ? 900 : 100 }));
		const found = await read({ minimumValue: 500 }, { returnAll: false, limit: 2 });

		expect(found.map(({ id }) => id)).toEqual([ids[99], ids[199]]);
		expect(searches()).toHaveLength(2);
	});

	test('opportunities with the same time of creation are each there once', async () => {
		const ids = addMany(201, () => ({ createdAt: '2026-03-01T00:00:00.000Z' }));

		expect(new Set((await read({})).map(({ id }) => id))).toEqual(new Set(ids));
	});

	describe('while others write', () => {
		let forwarder: Forwarder;
		beforeAll(async () => (forwarder = await startForwarder(sandbox.url)));
		beforeEach(() => (forwarder.passage = {}));
		afterAll(async () => await forwarder.close());

		test('nothing is missed and nothing comes twice', async () => {
			const ids = addMany(220);
			let pages = 0;
			forwarder.passage.answer = (body, { path }) => {
				if (!path.startsWith('/opportunities/search')) return body;
				// Between two pages, one is added before those that were read, and one of these is deleted.
				addOpportunity(sandbox, { createdAt: '2026-03-02T00:00:00.000Z' });
				sandbox.state.opportunities.delete(ids[pages++] ?? '');
				return body;
			};
			const found = await succeed(sandbox, 'opportunity.getAll', {
				parameters: { returnAll: true },
				baseUrl: forwarder.url,
			});

			expect(found.map(({ id }) => id)).toEqual(ids);
		});
	});
});

describe('a stage or a pipeline that cannot be', () => {
	test.each([
		[
			{ pipelineId: byId(pipelines.buyers), pipelineStageId: byId(sellerStages.sold) },
			`"Stage" does not belong to the pipeline "Buyers": ${sellerStages.sold}`,
			`Inquiry (${pipelineStages.inquiry})`,
		],
		[
			{ pipelineId: byId('plNowhere') },
			'"Pipeline" does not belong to this location: plNowhere',
			`Buyers (${pipelines.buyers})`,
		],
	])('is named, with those that there are: %j', async (filters, message, choice) => {
		const error = await fail(sandbox, 'opportunity.getAll', { parameters: { filters } });

		expect(error.message).toBe(message);
		expect(error.description).toContain(choice);
	});
});
