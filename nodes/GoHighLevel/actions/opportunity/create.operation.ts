import { collection, options } from '../../../core/editor/fields';
import { opportunities } from '../../api/records/opportunities';
import { anyStageLocator, contactLocator, pipelineLocator } from '../../pickers/locators';
import { operation } from '../operation';
import * as own from './fields';
import { customFieldsGiven, MADE_FOR_FIELDS, opportunityFieldsOf } from './opportunityOf';
import { shownWritten } from './output';

export const create = operation({
	name: 'Create',
	action: 'Create an opportunity',
	description:
		'Add a new opportunity to a contact. HighLevel refuses a second one in the same pipeline, unless the sub-account allows duplicates.',
	requests: [opportunities.create, ...MADE_FOR_FIELDS],
	fields: [
		contactLocator,
		pipelineLocator,
		{
			...anyStageLocator,
			description:
				'The stage of the pipeline, from the list or by its ID; HighLevel chooses one when it is empty',
		},
		{ ...own.name, required: true },
		own.status,
		collection('Additional Fields', 'additionalFields', own.furtherFields),
		own.customFields,
		options(),
	],
	async execute({ api, params }) {
		const contactId = params.id('contactId');
		const pipelineId = params.id('pipelineId');
		const named = { contactId, name: params.filled('name'), status: params.text('status') || 'open' };
		const fields = await opportunityFieldsOf(api, params, {
			...params.collection('additionalFields'),
			pipelineId,
			pipelineStageId: params.text('pipelineStageId'),
		});
		const customFields = await customFieldsGiven(api, params);
		const created = await opportunities.create(api, { ...fields, ...named, pipelineId, customFields });
		return await shownWritten(api, created);
	},
});
