import { label } from '../../../core/editor/labels';
import { making } from '../../../core/operation/request';
import type { HighLevelClient } from '../../api/client';
import { canHoldIds } from '../../api/contacts/matching/externalId';
import { readCustomFields } from '../../api/customFields/fields';
import { campaigns, workflows } from '../../api/records/automations';
import { businesses } from '../../api/records/businesses';
import { customObjects, objectName } from '../../api/records/customObjects';
import { customValues } from '../../api/records/customValues';
import { forms } from '../../api/records/forms';
import { surveys } from '../../api/records/surveys';
import { tags } from '../../api/records/tags';
import { addressOf } from './addresses';
import { fromPages, fromWholeList } from './wholeList';

export const {
	required: businessLocator,
	optional: anyBusinessLocator,
	search: searchBusinesses,
} = fromPages(businesses.page, {
	displayName: 'Business',
	name: 'businessId',
	description: 'The business (company) in HighLevel',
	record: 'business',
	searchListMethod: 'searchBusinesses',
	exampleId: '63771dcac1116f0e21de8e12',
});

export const { required: campaignLocator, search: searchCampaigns } = fromWholeList(campaigns.list, {
	displayName: 'Campaign',
	name: 'campaignId',
	description: 'The campaign in HighLevel',
	record: 'campaign',
	searchListMethod: 'searchCampaigns',
	exampleId: 'ocQHyuzHvysMo5N5VsXc',
});

const allCustomFields = making(
	readCustomFields,
	[],
	async (api: HighLevelClient) => await readCustomFields(api, { model: 'all' }),
);

/** A contact's field and an opportunity's may have one name; the key says whose it is. */
export const { required: customFieldLocator, search: searchCustomFields } = fromWholeList(
	allCustomFields,
	{
		displayName: 'Custom Field',
		name: 'customFieldId',
		description: 'The custom field of the location, from the list or by its ID',
		record: 'custom field',
		searchListMethod: 'searchCustomFields',
		exampleId: '3sv6UEo51C9Bmpo1cKTq',
	},
	({ id, name, fieldKey }) => label(name, fieldKey, id),
);

/** By their keys, which are the same in every location that has a field with the name. */
const idFields = making(readCustomFields, [], async (api: HighLevelClient) =>
	(await readCustomFields(api, { model: 'contact' }))
		.filter(canHoldIds)
		.map(({ name, fieldKey }) => ({ id: fieldKey, name })),
);

/** The field of contacts that holds their IDs in another system. */
export const { optional: externalIdFieldLocator, search: searchExternalIdFields } = fromWholeList(
	idFields,
	{
		displayName: 'External ID Field',
		name: 'externalIdField',
		description:
			'The custom field of contacts that holds the ID, best a text field. A field with the same name serves in every location.',
		record: 'custom field',
		searchListMethod: 'searchExternalIdFields',
		exampleId: 'Wise Agent ID',
		by: { displayName: 'By Name or Key', name: 'name' },
	},
	({ id, name }) => label(name, id, id),
);

/** HighLevel finds records by the key of their object. */
const ownObjects = making(customObjects.listOwn, [], async (api: HighLevelClient, given: object) =>
	(await customObjects.listOwn(api, given)).map((one) => ({ id: one.key, name: objectName(one) })),
);

export const { required: customObjectLocator, search: searchCustomObjects } = fromWholeList(ownObjects, {
	displayName: 'Object',
	name: 'schemaKey',
	description: 'The custom object, by name from the list or by its key',
	record: 'custom object',
	searchListMethod: 'searchCustomObjects',
	exampleId: 'custom_objects.pet',
	by: { displayName: 'By Key', name: 'id' },
});

export const { required: customValueLocator, search: searchCustomValues } = fromWholeList(customValues.list, {
	displayName: 'Custom Value',
	name: 'customValueId',
	description: 'The custom value of the location, from the list or by its ID',
	record: 'custom value',
	searchListMethod: 'searchCustomValues',
	exampleId: 'rWQ709Pb62syqGLceg1x',
});

/** The form whose submissions are wanted; empty for all. */
export const { optional: anyFormLocator, search: searchForms } = fromPages(forms.page, {
	displayName: 'Form',
	name: 'formId',
	description: 'The form, by name from the list or by its ID. Leave it empty for all forms.',
	record: 'form',
	searchListMethod: 'searchForms',
	exampleId: 'YSWdvS4Is98wtIDGnpmI',
	emptyMeans: 'All forms',
});

/** The survey whose submissions are wanted; empty for all. */
export const { optional: anySurveyLocator, search: searchSurveys } = fromPages(surveys.page, {
	displayName: 'Survey',
	name: 'surveyId',
	description: 'The survey, by name from the list or by its ID. Leave it empty for all surveys.',
	record: 'survey',
	searchListMethod: 'searchSurveys',
	exampleId: 'jjusM6EOngDExnbo2DbU',
	emptyMeans: 'All surveys',
});

export const { required: tagLocator, search: searchTags } = fromWholeList(tags.list, {
	displayName: 'Tag',
	name: 'tagId',
	description: 'The tag of the location, from the list or by its ID',
	record: 'tag',
	searchListMethod: 'searchTags',
	exampleId: 'flGwEuzsfJOia1i1ikRN',
});

export const { required: workflowLocator, search: searchWorkflows } = fromWholeList(workflows.list, {
	displayName: 'Workflow',
	name: 'workflowId',
	description: 'The automation in HighLevel; workflows are made there, not here',
	record: 'workflow',
	searchListMethod: 'searchWorkflows',
	exampleId: '78559bb3-b920-461e-b010-7b2a2816d2a9',
	address: addressOf('workflow', 'workflow', '[A-Za-z0-9-]+'),
});
