import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { call, create, DEMO, locationId, start } from '../support';
import { Receiver } from './receiver';
import { envelope, eventsOf } from './support';

const { pipelines, pipelineStages, users } = DEMO;

let sandbox: HighLevelSandbox;
let receiver: Receiver;
let contactId: string;
beforeAll(async () => {
	receiver = await Receiver.start();
	sandbox = await start({ rateLimit: { max: 10_000 }, webhooks: { url: receiver.url } });
});
beforeEach(async () => {
	sandbox.reset();
	contactId = await create(sandbox, { name: 'Ada King' });
});
afterAll(async () => {
	await sandbox.close();
	await receiver.close();
});

const events = (action: () => unknown) => eventsOf(sandbox, receiver, action);
const types = async (action: () => unknown) => (await events(action)).map(({ type }) => type).sort();
const deal = () => ({ pipelineId: pipelines.buyers, locationId, name: 'Loft', status: 'open', contactId });
const add = async (): Promise<string> =>
	(await call(sandbox, 'POST', '/opportunities/', deal())).body.opportunity.id;

test('a new one is told flat, as created and as updated', async () => {
	let id = '';
	const sent = await events(async () => {
		id = await add();
	});
	const payload = {
		...deal(),
		id,
		pipelineStageId: pipelineStages.inquiry,
		monetaryValue: 0,
		dateAdded: expect.any(String),
		...envelope,
	};
	expect(sent).toHaveLength(2);
	expect(sent).toEqual(
		expect.arrayContaining([
			{ type: 'OpportunityCreate', ...payload },
			{ type: 'OpportunityUpdate', ...payload },
		]),
	);
});

test('a change is told as an update, and by what was changed', async () => {
	const id = await add();
	const put = (body: object) => () => call(sandbox, 'PUT', `/opportunities/${id}`, body);
	expect(await types(put({ name: 'Harbor loft' }))).toEqual(['OpportunityUpdate']);
	expect(await types(put({ pipelineStageId: pipelineStages.offer }))).toEqual([
		'OpportunityStageUpdate',
		'OpportunityUpdate',
	]);
	expect(await types(put({ monetaryValue: 5, assignedTo: users.ben }))).toEqual([
		'OpportunityAssignedToUpdate',
		'OpportunityMonetaryValueUpdate',
		'OpportunityUpdate',
	]);
	expect(await types(put({ name: 'Harbor loft' }))).toEqual([]);
	const won = () => call(sandbox, 'PUT', `/opportunities/${id}/status`, { status: 'won' });
	expect(await types(won)).toEqual(['OpportunityStatusUpdate', 'OpportunityUpdate']);
	const followers = { followers: [users.ben] };
	expect(await types(() => call(sandbox, 'POST', `/opportunities/${id}/followers`, followers))).toEqual([
		'OpportunityUpdate',
	]);
});

test('a deleted one is told as it was, and one that goes with its contact is not', async () => {
	const id = await add();
	const sent = await events(() => call(sandbox, 'DELETE', `/opportunities/${id}`));
	expect(sent.map(({ type }) => type).sort()).toEqual(['OpportunityDelete', 'OpportunityUpdate']);
	expect(sent[0]).toMatchObject({ id, name: 'Loft' });
	await add();
	expect(await types(() => call(sandbox, 'DELETE', `/contacts/${contactId}`))).toEqual(['ContactDelete']);
	expect(await types(() => sandbox.state.seedOpportunities())).toEqual([]);
});
