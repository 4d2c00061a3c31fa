import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { mapperFields } from '../../core/editor/mapperFields';
import { findTemplate } from '../api/records/templates';
import { variablesOf } from '../api/records/templateVariables';
import { openForEditor } from './openForEditor';

/** The variables of the template that is chosen in the form, for the resource mapper. */
export async function templateVariables(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const chosen = this.getCurrentNodeParameter('templateId', { extractValue: true });
	const templateId = typeof chosen === 'string' ? chosen.trim() : '';
	if (templateId === '' || templateId.startsWith('=')) {
		return {
			fields: [],
			emptyFieldsNotice:
				'Choose a template from the list first. For one that an expression gives, set Variables Input to Using JSON.',
		};
	}
	return await mapperFields(this, MAPPER, async () =>
		openForEditor(this, async (api) => {
			const variables = variablesOf(await findTemplate(api, templateId));
			return variables.map(({ key, label }) => ({
				id: key,
				displayName: label,
				type: 'string' as const,
				required: true,
				defaultMatch: false,
				canBeUsedToMatch: false,
				display: true,
			}));
		}),
	);
}

const MAPPER = {
	parameter: 'variables',
	fields: 'variables of the template',
	none: 'This template has no variables.',
};
