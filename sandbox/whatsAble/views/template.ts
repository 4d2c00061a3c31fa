import { formatOf, headerMedia, variablesOf } from '../messages/template';
import type { TemplateRecord } from '../records';

/** As the documented endpoint lists it.
 * @param userId the account's
 * Source: public API description. */
export function developerTemplate(template: Readonly<TemplateRecord>, userId: string): object {
	const { id, name, category, language, status, templateId } = template;
	return {
		id,
		user_id: userId,
		name,
		category,
		type: headerMedia(template) ?? 'text',
		language,
		status,
		variable_counts: variablesOf(template).length,
		template_formate: formatOf(template),
		template_id: templateId,
	};
}

/** As the integrations see it, with the parts in Meta's shape, one `components` within another.
 * Only a template under review has its status in capitals. Source: published n8n node; public agent skills. */
export function integrationTemplate(template: Readonly<TemplateRecord>, userId: string): object {
	const { name, language, status, components } = template;
	const body = components.find((part) => part.type === 'BODY');
	return {
		...developerTemplate(template, userId),
		status: status === 'PENDING' ? status : status.toLowerCase(),
		body: body?.type === 'BODY' ? body.text : '',
		name_with_details: `${name} (${language})`,
		components: { components },
	};
}

/** Source: published Zapier app. The words of the preview are ours. */
export function templateDetails(template: Readonly<TemplateRecord>): object {
	const body = template.components.find((part) => part.type === 'BODY');
	return {
		template_info: body?.type === 'BODY' ? body.text : '',
		dynamic_input_fields: variablesOf(template).map((key) => ({
			key,
			label: key,
			type: 'string',
			required: true,
		})),
	};
}
