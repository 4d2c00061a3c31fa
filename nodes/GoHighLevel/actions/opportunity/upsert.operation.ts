import { collection, options } from '../../../core/editor/fields';
import { optional } from '../../../core/operation/request';
import { listOf } from '../../../core/values/texts';
import { checkLostReason, lostReasons } from '../../api/records/lostReasons';
import { opportunities } from '../../api/records/opportunities';
import { anyStageLocator, contactLocator, lostReasonLocator, pipelineLocator } from '../../pickers/locators';
import { followers } from '../followers';
import { operation } from '../operation';
import * as own from './fields';
import { customFieldsGiven, MADE_FOR_FIELDS, opportunityFieldsOf } from './opportunityOf';
import { shownWritten } from './output';

const { required: _, ...anyFollowers } = followers;

export const upsert = operation({
	name: 'Create or Update',
	action: 'Create or update an opportunity',
	description:
		'Create a new record, or update the current one if it already exists (upsert). HighLevel updates the opportunity that the contact has in the pipeline, and creates one where it has none.',
	requests: [opportunities.upsert, optional(lostReasons.list), ...MADE_FOR_FIELDS],
	fields: [
		contactLocator,
		pipelineLocator,
		{
			...own.name,
			description: 'The name of the opportunity; one that exists keeps its own when it is empty',
		},
		collection('Additional Fields', 'additionalFields', [
			...own.furtherFields,
			anyFollowers,
			lostReasonLocator,
			anyStageLocator,
			own.status,
		]),
		own.customFields,
		options(),
	],
	async execute({ api, params }) {
		const [contactId, pipelineId] = [params.id('contactId'), params.id('pipelineId')];
		const given = params.collection('additionalFields');
		const name = params.text('name');
		const fields = await opportunityFieldsOf(api, params, { ...given, name, pipelineId });
		const lostReasonId = String(given.lostReasonId ?? '');
		if (lostReasonId) await checkLostReason(api, lostReasonId, params.label('lostReasonId'));
		const written = await opportunities.upsert(
			api,
			{
				...fields,
				contactId,
				pipelineId,
				...(lostReasonId ? { lostReasonId } : {}),
				followers: listOf(given.followers, params.label('followers')),
			},
			await customFieldsGiven(api, params),
		);
		return await shownWritten(api, written);
	},
});
