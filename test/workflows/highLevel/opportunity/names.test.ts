import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { succeed } from '../../../support/odd/outcomes';
import { tokenWithout } from '../everyOperation/operations';
import { addOpportunity } from './records';

const { pipelines, pipelineStages, customFields } = DEMO;

let sandbox: HighLevelSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

const ofOne = (id: string) => ({ parameters: { opportunityId: byId(id) } });
const readsOfPipelines = () => sandbox.requests.filter(({ path }) => path === '/opportunities/pipelines');

test('a read has the names of pipeline, stage and custom fields, and what is most used of the rest', async () => {
	const { id, contactId } = addOpportunity(sandbox, {
		monetaryValue: 420_000,
		customFields: [{ id: customFields.dealType, value: 'Purchase' }],
	});
	const [found] = await succeed(sandbox, 'opportunity.get', ofOne(id));

	expect(found).toMatchObject({
		id,
		contactId,
		status: 'open',
		monetaryValue: 420_000,
		pipelineId: pipelines.buyers,
		pipelineName: 'Buyers',
		pipelineStageId: pipelineStages.inquiry,
		pipelineStageName: 'Inquiry',
		customFieldValues: { 'Deal Type': 'Purchase' },
	});
	expect(found).not.toHaveProperty('customFields');
	expect(found).not.toHaveProperty('followers');
});

test('without Simplify, everything is there', async () => {
	const { id, contactId } = addOpportunity(sandbox, { followers: [DEMO.users.ben] });
	const [found] = await succeed(sandbox, 'opportunity.get', {
		parameters: { opportunityId: byId(id), simplify: false },
	});

	expect(found).toMatchObject({
		followers: [DEMO.users.ben],
		contact: { id: contactId },
		pipelineName: 'Buyers',
	});
});

test('pipelines are read once for all items', async () => {
	const ids = [1, 2, 3].map(() => addOpportunity(sandbox).id);
	const found = await succeed(sandbox, 'opportunity.get', {
		items: ids.map((id) => ({ id })),
		parameters: { opportunityId: byId('={{ $json.id }}') },
	});

	expect(found.map(({ pipelineStageName }) => pipelineStageName)).toEqual(['Inquiry', 'Inquiry', 'Inquiry']);
	expect(readsOfPipelines()).toHaveLength(1);
});

test('a stage that is not there any more has no name, and is no error', async () => {
	const { id } = addOpportunity(sandbox, { pipelineStageId: 'psGone' });
	const [found] = await succeed(sandbox, 'opportunity.get', ofOne(id));

	expect(found).toMatchObject({ pipelineName: 'Buyers', pipelineStageId: 'psGone' });
	expect(found).not.toHaveProperty('pipelineStageName');
});

test('a write with a token that may not read has no names, and is no error', async () => {
	const { id } = addOpportunity(sandbox);
	const token = tokenWithout(sandbox, 'opportunities.readonly');
	const [moved] = await succeed(sandbox, 'opportunity.moveToStage', {
		parameters: {
			opportunityId: byId(id),
			pipelineId: byId(pipelines.buyers),
			pipelineStageId: byId(pipelineStages.offer),
		},
		token,
	});
	const [won] = await succeed(sandbox, 'opportunity.setStatus', {
		parameters: { opportunityId: byId(id), status: 'won' },
		token,
	});

	expect(moved).toMatchObject({ id, pipelineStageId: pipelineStages.offer });
	expect(moved).not.toHaveProperty('pipelineName');
	expect(won).toEqual({ id, status: 'won' });
});

test('pipelines are read with their stages, as many as the limit says', async () => {
	const all = await succeed(sandbox, 'pipeline.getAll', { parameters: { returnAll: true } });
	const [first, ...others] = await succeed(sandbox, 'pipeline.getAll', { parameters: { limit: 1 } });

	expect(all.map(({ id }) => id)).toEqual([pipelines.buyers, pipelines.sellers]);
	expect(first?.stages).toMatchObject([{ name: 'Inquiry' }, { name: 'Viewing' }, { name: 'Offer' }]);
	expect(others).toEqual([]);
});
