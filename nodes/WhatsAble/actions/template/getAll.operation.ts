import type { IDataObject } from 'n8n-workflow';

import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { simplify } from '../../../core/operation/simplify';
import type { Template } from '../../api/records/templates';
import { listTemplates } from '../../api/records/templates';
import { bodyOf, variablesOf } from '../../api/records/templateVariables';
import { operation } from '../operation';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many templates',
	description:
		'Read the message templates with their text and the variables that they need. They are made in the Notifyer console and approved by Meta.',
	requests: [listTemplates],
	fields: [...returnAllOrLimit, simplify, options()],
	async execute({ api, params }) {
		const limit = params.limit();
		const templates = (await listTemplates(api)).slice(0, limit);
		return params.boolean('simplify') ? templates.map(shortened) : templates;
	},
});

/** What a person or an AI agent needs to choose a template and to fill it in. */
function shortened(template: Template): IDataObject {
	const { template_id: id, name, category, language, status, type } = template;
	const known = { category, language, status, type, body: bodyOf(template) || template.body };
	const { as_received: odd } = template;
	return {
		template_id: id,
		name,
		...(Object.fromEntries(
			Object.entries({ ...known, as_received: odd }).filter(([, value]) => value !== undefined),
		) as IDataObject),
		variables: variablesOf(template).map((variable) => ({ ...variable })),
	};
}
