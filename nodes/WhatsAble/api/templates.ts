import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../core/failure';
import type { WhatsAbleClient } from './client';
import { ENDPOINTS } from './endpoints';
import { Remembered } from './remembered';
import type { TemplateComponent } from './templateVariables';

/** A template as WhatsAble answers it; only what this package looks at is named. */
export interface Template extends IDataObject {
	/** The id that sends take. */
	template_id: string;
	name: string;
	language?: string;
	/** `approved`, `PENDING`, …; the lists of WhatsAble do not agree about capitals. */
	status?: string;
	/** `text`, `image`, … */
	type?: string;
	variable_counts?: number;
	/** How many variables of which kind: `[b:2][u:1]`. */
	template_formate?: string;
	/** Meta's parts of the template, one `components` within another. */
	components?: TemplateComponent[] | { components?: TemplateComponent[] } | string;
}

const remembered = new Remembered<Template[]>();

/** All templates of the account, also those that are not approved. */
export async function listTemplates(api: WhatsAbleClient): Promise<Template[]> {
	const answer = await api.get<unknown>(ENDPOINTS.templates);
	const list = Array.isArray(answer) ? answer : (answer as { templates?: unknown } | null)?.templates;
	if (!Array.isArray(list)) throw api.notWhatsAble(ENDPOINTS.templates);
	return (list as IDataObject[])
		.filter(({ template_id: templateId, id }) => templateId ?? id)
		.map((entry) => ({
			...entry,
			template_id: String(entry.template_id ?? entry.id),
			name: String(entry.name ?? entry.template_id ?? entry.id),
		}));
}

/**
 * The approved template with this id or name. Throws a `Failure` when there is none, when it is not approved, or when
 * several languages share the name.
 */
export async function findTemplate(api: WhatsAbleClient, idOrName: string): Promise<Template> {
	const templates = await remembered.read(
		api.access.budgetKey,
		async () => await listTemplates(api),
		(known) => named(known, idOrName).some(isApproved),
	);
	const found = named(templates, idOrName);
	const approved = found.filter(isApproved);
	const [template] = approved;
	if (!template) throw found[0] ? notApproved(found[0]) : noTemplate(templates, idOrName);
	if (approved.length > 1) throw severalLanguages(approved);
	return template;
}

function named(templates: Template[], idOrName: string): Template[] {
	const byId = templates.filter(({ template_id: id }) => id === idOrName);
	return byId.length > 0 ? byId : templates.filter(({ name }) => name === idOrName);
}

/** One whose status is not told may be sent. */
export function isApproved({ status }: Template): boolean {
	return status === undefined || status === null || status === '' || status.toLowerCase() === 'approved';
}

const FIELD = { field: 'templateId' };

function notApproved({ name, status }: Template): Failure {
	return new Failure(
		`The template "${name}" is not approved (${status})`,
		'Choose another one, or wait until Meta has approved it. Nothing was sent.',
		FIELD,
	);
}

function noTemplate(templates: Template[], idOrName: string): Failure {
	const names = templates.filter(isApproved).map(({ name }) => name);
	return new Failure(
		`There is no template "${idOrName.slice(0, 60)}" in this Notifyer account`,
		`Choose it again, from the list or by its ID. There are: ${[...new Set(names)].slice(0, 20).join(', ') || 'none'}.`,
		FIELD,
	);
}

function severalLanguages(templates: Template[]): Failure {
	const ids = templates.map(({ language, template_id: id }) => `${language ?? 'unknown language'}: ${id}`);
	return new Failure(
		`There are several templates called "${templates[0]?.name}", in different languages`,
		`Give the ID of one of them. ${ids.join('; ')}.`,
		FIELD,
	);
}
