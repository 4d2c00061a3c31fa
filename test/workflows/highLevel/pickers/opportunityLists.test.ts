import type { INodeListSearchResult } from 'n8n-workflow';

import { GoHighLevel } from '../../../../nodes/GoHighLevel/GoHighLevel.node.ts';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { addOpportunity } from '../opportunity/records';
import { tokenWithout } from '../everyOperation/operations';
import { editorContext, errorOf } from './editor';

const { searchLostReasons, searchOpportunities, searchPipelines, searchStages } = new GoHighLevel().methods
	.listSearch;
const { opportunityCustomFields } = new GoHighLevel().methods.resourceMapping;
const { pipelines, lostReasons, customFields, locationId } = DEMO;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const namesIn = ({ results }: INodeListSearchResult) => results.map(({ name }) => name);

test('pipelines and lost reasons are listed by name, and searched here', async () => {
	const all = await searchPipelines.call(editorContext(sandbox));
	const reasons = await searchLostReasons.call(editorContext(sandbox));

	expect(all.results).toEqual([
		{ name: 'Buyers', value: pipelines.buyers },
		{ name: 'Sellers', value: pipelines.sellers },
	]);
	expect(namesIn(await searchPipelines.call(editorContext(sandbox), 'SELL'))).toEqual(['Sellers']);
	expect(reasons.results.map(({ value }) => value).sort()).toEqual(Object.values(lostReasons).sort());
});

describe('stages', () => {
	const buyers = ['Inquiry', 'Viewing', 'Offer'];

	test.each([
		['at the top', { pipelineId: byId(pipelines.buyers) }, 'pipelineStageId'],
		[
			'in the same collection',
			{ updateFields: { pipelineId: byId(pipelines.buyers) } },
			'updateFields.pipelineStageId',
		],
		[
			'at the top, for a collection',
			{ pipelineId: byId(pipelines.buyers) },
			'additionalFields.pipelineStageId',
		],
	])('are those of the pipeline that is chosen %s', async (_, chosen, field) => {
		const found = await searchStages.call(editorContext(sandbox, {}, chosen, field));

		expect(namesIn(found)).toEqual(buyers);
	});

	test.each([[{}], [{ pipelineId: byId('={{ $json.pipeline }}') }], [{ pipelineId: byId('plGone') }]])(
		'are those of all pipelines, with their names, where none is known to be chosen: %j',
		async (chosen) => {
			const found = await searchStages.call(editorContext(sandbox, {}, chosen, 'pipelineStageId'), 'offer');

			expect(namesIn(found)).toEqual(['Offer (Buyers)', 'Under offer (Sellers)']);
		},
	);
});

describe('opportunities', () => {
	test('are listed with their contacts, and searched by HighLevel', async () => {
		const contactId = sandbox.state.addContact({ locationId, firstName: 'Ada', lastName: 'Byron' }).id;
		const { id } = addOpportunity(sandbox, { contactId });
		addOpportunity(sandbox, { name: 'Old mill' });
		const found = await searchOpportunities.call(editorContext(sandbox), 'byron');

		expect(found.results).toEqual([{ name: 'Harbor loft (Ada Byron)', value: id }]);
		expect(sandbox.requests.map(({ query }) => query.q)).toEqual(['byron']);
	});

	test('come page after page, each once', async () => {
		const ids = Array.from({ length: 120 }, () => addOpportunity(sandbox).id);
		const values: unknown[] = [];
		let token: string | undefined;
		do {
			const page = await searchOpportunities.call(editorContext(sandbox), undefined, token);
			values.push(...page.results.map(({ value }) => value));
			token = page.paginationToken as string | undefined;
		} while (token !== undefined);

		expect(values).toHaveLength(120);
		expect(new Set(values)).toEqual(new Set(ids));
	});
});

test('the mapper has the custom fields of opportunities, and none of contacts', async () => {
	const { fields } = await opportunityCustomFields.call(editorContext(sandbox));

	expect(fields.map(({ id, displayName, type }) => [id, displayName, type])).toEqual([
		[customFields.dealType, 'Deal Type', 'options'],
	]);
});

test.each([
	['pipelines', searchPipelines],
	['stages', searchStages],
	['opportunities', searchOpportunities],
	['lost reasons', searchLostReasons],
])('the list of %s says which scope it lacks', async (_, list) => {
	const token = tokenWithout(sandbox, 'opportunities.readonly');
	const error = await errorOf(list.call(editorContext(sandbox, { token })));

	expect(error.description).toContain('This operation needs the scopes opportunities.readonly');
});
