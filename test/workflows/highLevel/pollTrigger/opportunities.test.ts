import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { OpportunityRecord } from '../../../../sandbox/highLevel/resources/opportunities';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { byId, DEMO, startSandbox, UNKNOWN } from '../../../support/highLevel';
import { Poller } from '../../../support/running/runPolls';
import { requestsOf } from '../../../support/sandboxRuns';
import { addOpportunity } from '../opportunity/records';
import { envelopeOf, eventsOf } from './records';

const ALL = [
	'opportunityCreated',
	'opportunityStageUpdated',
	'opportunityStatusUpdated',
	'opportunityUpdated',
];

const { pipelines, pipelineStages, sellerStages, users } = DEMO;

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
beforeEach(async () => {
	sandbox = await startSandbox();
	forwarder = await startForwarder(sandbox.url);
});
afterEach(async () => {
	await forwarder.close();
	await sandbox.close();
});

async function active(parameters: IDataObject = {}): Promise<Poller> {
	const poller = new Poller(sandbox, {
		baseUrl: forwarder.url,
		parameters: { events: ALL, ...parameters },
	});
	expect(await poller.activate()).toEqual([]);
	sandbox.requests.length = 0;
	return poller;
}

const now = () => sandbox.state.clock.nextIso();

/** Changes a stored opportunity as the API does, with the times that belong to it. */
function change(id: string, changes: Partial<OpportunityRecord>): void {
	const updatedAt = now();
	sandbox.state.change('opportunities', id, {
		updatedAt,
		...(changes.pipelineStageId ? { lastStageChangeAt: updatedAt } : {}),
		...(changes.status ? { lastStatusChangeAt: updatedAt } : {}),
		...changes,
	});
}

/** One that is created now. */
function addNew(fields: Partial<OpportunityRecord> = {}): string {
	const at = now();
	return addOpportunity(sandbox, { createdAt: at, ...fields }).id;
}

const searches = () => requestsOf(sandbox, 'POST', /opportunities\/search$/);

test('what happens to opportunities is returned, each once, and what was there before is not', async () => {
	const [stage, status, value] = [1, 2, 3].map(() => addOpportunity(sandbox).id) as [string, string, string];
	const poller = await active();
	const created = addNew();
	change(stage, { pipelineStageId: pipelineStages.offer });
	change(status, { status: 'won' });
	change(value, { monetaryValue: 7 });

	expect(eventsOf(await poller.poll())).toEqual(
		[
			`opportunityCreated ${created}`,
			`opportunityStageUpdated ${stage}`,
			`opportunityStatusUpdated ${status}`,
			`opportunityUpdated ${stage}`,
			`opportunityUpdated ${status}`,
			`opportunityUpdated ${value}`,
		].sort(),
	);
	expect(await poller.poll()).toEqual([]);
});

test('the item is the opportunity as Get Many returns it, with the names of its place', async () => {
	const { id, contactId } = addOpportunity(sandbox, { monetaryValue: 420_000, assignedTo: users.ben });
	const poller = await active({ events: ['opportunityStageUpdated'] });
	change(id, { pipelineStageId: pipelineStages.viewing });
	expect(await poller.poll()).toEqual([
		{
			...envelopeOf(id, contactId),
			event: 'opportunityStageUpdated',
			id,
			name: 'Harbor loft',
			status: 'open',
			monetaryValue: 420_000,
			pipelineId: pipelines.buyers,
			pipelineName: 'Buyers',
			pipelineStageId: pipelineStages.viewing,
			pipelineStageName: 'Viewing',
			assignedTo: users.ben,
			createdAt: expect.any(String),
			updatedAt: expect.any(String),
			lastStageChangeAt: expect.any(String),
			lastStatusChangeAt: expect.any(String),
			customFieldValues: {},
		},
	]);
	await poller.republish({ simplify: false });
	change(id, { pipelineStageId: pipelineStages.offer });
	expect(await poller.poll()).toEqual([
		expect.objectContaining({ id, contact: expect.objectContaining({ id: contactId }), followers: [] }),
	]);
});

test('one that is created, moved and won between two polls is created, and nothing else', async () => {
	const poller = await active();
	const id = addNew();
	change(id, { pipelineStageId: pipelineStages.offer });
	change(id, { status: 'won' });
	expect(eventsOf(await poller.poll())).toEqual([`opportunityCreated ${id}`]);
	change(id, { name: 'Loft' });
	expect(eventsOf(await poller.poll())).toEqual([`opportunityUpdated ${id}`]);
	change(id, { status: 'lost' });
	expect(eventsOf(await poller.poll())).toEqual([
		`opportunityStatusUpdated ${id}`,
		`opportunityUpdated ${id}`,
	]);
});

test('a change of something else does not tell of a stage that changed before', async () => {
	const { id } = addOpportunity(sandbox);
	const poller = await active({ options: { searchLagSeconds: 0 } });
	change(id, { pipelineStageId: pipelineStages.offer });
	expect(await poller.poll()).toHaveLength(2);
	expect(await poller.poll()).toEqual([]);
	change(id, { name: 'Loft' });
	expect(eventsOf(await poller.poll())).toEqual([`opportunityUpdated ${id}`]);
});

test('stages and statuses that change at one and the same time are told from each other', async () => {
	const { id } = addOpportunity(sandbox);
	const poller = await active();
	const updatedAt = now();
	const times = { updatedAt, lastStageChangeAt: updatedAt, lastStatusChangeAt: updatedAt };
	sandbox.state.change('opportunities', id, { ...times, pipelineStageId: pipelineStages.viewing });
	await poller.poll();
	sandbox.state.change('opportunities', id, { ...times, pipelineStageId: pipelineStages.offer });
	expect(eventsOf(await poller.poll())).toEqual([
		`opportunityStageUpdated ${id}`,
		`opportunityUpdated ${id}`,
	]);
	sandbox.state.change('opportunities', id, { ...times, status: 'won' });
	expect(eventsOf(await poller.poll())).toEqual([
		`opportunityStatusUpdated ${id}`,
		`opportunityUpdated ${id}`,
	]);
	expect(await poller.poll()).toEqual([]);
});

test('a contact that changes is no change of its opportunity', async () => {
	const { id, contactId } = addOpportunity(sandbox);
	const poller = await active();
	change(id, { name: 'Loft' });
	expect(await poller.poll()).toHaveLength(1);
	sandbox.state.updateContact(contactId, { tags: ['vip'], firstName: 'Bea' });
	expect(await poller.poll()).toEqual([]);
});

test('filters look at where the opportunity is now, and whose it is', async () => {
	const mine = addOpportunity(sandbox, { assignedTo: users.ben }).id;
	const [moved, theirs] = [addOpportunity(sandbox).id, addOpportunity(sandbox).id];
	const poller = await active({
		filters: {
			pipelineId: byId(pipelines.sellers),
			pipelineStageId: byId(sellerStages.listed),
			assignedTo: byId(users.ben),
		},
	});
	const place = { pipelineId: pipelines.sellers, pipelineStageId: sellerStages.listed };
	change(mine, place);
	change(theirs, place);
	change(moved, { pipelineStageId: pipelineStages.offer, assignedTo: users.ben });
	expect(eventsOf(await poller.poll())).toEqual([
		`opportunityStageUpdated ${mine}`,
		`opportunityUpdated ${mine}`,
	]);
	change(mine, { pipelineStageId: sellerStages.sold });
	expect(await poller.poll()).toEqual([]);
});

test('a stage that the pipeline does not have is refused before the workflow is switched on', async () => {
	const poller = new Poller(sandbox, {
		parameters: {
			events: ALL,
			filters: { pipelineId: byId(pipelines.buyers), pipelineStageId: byId(UNKNOWN) },
		},
	});
	await expect(poller.activate()).rejects.toMatchObject({
		message: expect.stringContaining('"Stage" does not belong to the pipeline "Buyers"'),
		description: expect.stringContaining('Inquiry'),
	});
});

test('a poll costs one request when nothing has happened, and one per 100 that have changed', async () => {
	const ids = Array.from({ length: 250 }, () => addOpportunity(sandbox).id);
	const poller = await active({ options: { searchLagSeconds: 0 } });
	await poller.poll();
	expect(sandbox.requests).toHaveLength(1);
	for (const id of ids) change(id, { name: 'Loft' });
	sandbox.requests.length = 0;
	expect(await poller.poll()).toHaveLength(250);
	expect(searches()).toHaveLength(3);
});

test('350 with one and the same time of change are all returned, in parts, although some change meanwhile', async () => {
	const ids = Array.from({ length: 350 }, () => addOpportunity(sandbox).id);
	const poller = await active({ events: ['opportunityUpdated'], options: { searchLagSeconds: 0 } });
	const updatedAt = now();
	for (const id of ids) sandbox.state.change('opportunities', id, { name: 'Loft', updatedAt });
	let pages = 0;
	// Those of the first page move behind all others while the third one is read.
	forwarder.passage.drops = (path) => {
		if (path.endsWith('/opportunities/search') && ++pages === 3)
			for (const { id } of sandbox.state
				.found('opportunities', DEMO.locationId)
				.sort((a, b) => (a.id < b.id ? -1 : 1))
				.slice(0, 40))
				change(id, { name: 'Villa' });
		return false;
	};
	const items = await poller.poll();
	expect(pages).toBeGreaterThan(4);
	expect([...new Set(items.map(({ id }) => id))].sort()).toEqual([...ids].sort());
	await poller.poll();
	expect(await poller.poll()).toEqual([]);
});

test('from a date, those that have changed since come with the first poll, and their stages', async () => {
	const HOUR_MS = 3_600_000;
	const at = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString();
	addOpportunity(sandbox, { createdAt: at(50) });
	const { id } = addOpportunity(sandbox, { createdAt: at(40) });
	sandbox.state.change('opportunities', id, { updatedAt: at(2), lastStageChangeAt: at(2) });
	const created = addOpportunity(sandbox, { createdAt: at(1) }).id;
	const poller = new Poller(sandbox, {
		parameters: { events: ALL, startFrom: 'date', startDate: at(24) },
	});
	expect(eventsOf(await poller.activate())).toEqual(
		[`opportunityCreated ${created}`, `opportunityStageUpdated ${id}`, `opportunityUpdated ${id}`].sort(),
	);
});

test('a backlog comes in parts when a poll may take no more, each once', async () => {
	const ids = Array.from({ length: 250 }, () => addOpportunity(sandbox).id);
	const poller = await active({ events: ['opportunityUpdated'], options: { maxContacts: 90 } });
	for (const id of ids) change(id, { name: 'Loft' });
	for (let poll = 0; poll < 4; poll++) await poller.poll();
	expect(poller.batches.length).toBeGreaterThan(2);
	expect(poller.items.map(({ id }) => id).sort()).toEqual([...ids].sort());
});

test.each([
	['another order', (list: object[]) => [...list].reverse()],
	[
		'all of them, from the oldest on',
		(list: object[]) => list.map((one) => ({ ...one, updatedAt: '2020-01-01T00:00:00.000Z' })),
	],
])('a search that gives %s is refused, since changes would be missed', async (_, spoilt) => {
	const ids = [1, 2, 3].map(() => addOpportunity(sandbox).id);
	const poller = await active();
	for (const id of ids) change(id, { name: 'Loft' });
	forwarder.passage.answer = (text) => {
		const answer = JSON.parse(text) as IDataObject;
		if (!Array.isArray(answer.opportunities)) return text;
		return JSON.stringify({ ...answer, opportunities: spoilt(answer.opportunities as object[]) });
	};
	await expect(poller.poll()).rejects.toThrow(
		'HighLevel did not return the opportunities in the order of their changes',
	);
	forwarder.passage.answer = undefined;
	expect(await poller.poll()).toHaveLength(3);
});
