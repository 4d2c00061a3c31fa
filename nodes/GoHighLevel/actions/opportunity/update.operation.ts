import { collection, options } from '../../../core/editor/fields';
import { someFields } from '../../../core/operation/requireSomeFields';
import { opportunities } from '../../api/records/opportunities';
import { anyPipelineLocator, anyStageLocator, opportunityLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { customFields, furtherFields, name, status } from './fields';
import { customFieldsGiven, MADE_FOR_FIELDS, opportunityFieldsOf } from './opportunityOf';
import { shownWritten } from './output';

export const update = operation({
	name: 'Update',
	action: 'Update an opportunity',
	description: 'Change an opportunity; fields that are not given stay as they are',
	requests: [opportunities.change, ...MADE_FOR_FIELDS],
	fields: [
		opportunityLocator,
		collection('Update Fields', 'updateFields', [
			...furtherFields,
			name,
			{ ...anyPipelineLocator, description: 'The pipeline to move the opportunity to' },
			{ ...anyStageLocator, description: 'The stage to move the opportunity to' },
			status,
		]),
		customFields,
		options(),
	],
	async execute({ api, params }) {
		const opportunityId = params.id('opportunityId');
		const fields = await opportunityFieldsOf(api, params, params.collection('updateFields'));
		const values = await customFieldsGiven(api, params);
		const changes = someFields({ ...fields, ...(values.length > 0 ? { customFields: values } : {}) });
		return await shownWritten(api, await opportunities.change(api, { ...changes, opportunityId }));
	},
});
