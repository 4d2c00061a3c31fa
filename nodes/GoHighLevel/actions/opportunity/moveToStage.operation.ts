import { options } from '../../../core/editor/fields';
import { optional } from '../../../core/operation/request';
import { MADE_TO_SHOW } from '../../api/opportunities/shown';
import { opportunities } from '../../api/records/opportunities';
import { pipelines } from '../../api/records/pipelines';
import { opportunityLocator, pipelineLocator, stageLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { opportunityFieldsOf } from './opportunityOf';
import { shownWritten } from './output';

export const moveToStage = operation({
	name: 'Move to Stage',
	action: 'Move an opportunity to a stage',
	description: 'Move an opportunity to another stage, of its pipeline or of another one',
	requests: [opportunities.change, optional(pipelines.list), ...MADE_TO_SHOW],
	fields: [opportunityLocator, pipelineLocator, stageLocator, options()],
	async execute({ api, params }) {
		const opportunityId = params.id('opportunityId');
		const place = { pipelineId: params.id('pipelineId'), pipelineStageId: params.id('pipelineStageId') };
		const fields = await opportunityFieldsOf(api, params, place);
		return await shownWritten(api, await opportunities.change(api, { ...fields, opportunityId }));
	},
});
