import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import type { WhatsAbleClient } from '../client';
import { listing, rememberedList } from './lists';
import { firstText, scalarText } from '../responses/plain';
import type { Memory } from '../../../core/account/account';
import { Remembered } from '../../../core/account/remembered';

/** A value as it came. */
type Field = IDataObject[string];

/**
 * A template as WhatsAble answers it; only what this package looks at is named. Nothing but the id and the name has been
 * looked at when it is listed: each of the others may be of another kind than it should.
 */
export interface Template extends IDataObject {
	/** The id that sends take; empty where WhatsAble gives none. */
	template_id: string;
	name: string;
	language?: Field;
	/** `approved`, `PENDING`, …; the lists of WhatsAble do not agree about capitals. */
	status?: Field;
	/** `text`, `image`, … */
	type?: Field;
	variable_counts?: Field;
	/** How many variables of which kind: `[b:2][u:1]`. */
	template_formate?: Field;
	/** Meta's parts of the template, one `components` within another. */
	components?: Field;
}

const TEMPLATES: Memory<Remembered<Template[]>> = { name: 'templates', create: () => new Remembered() };

/** All templates of the account, also those that are not approved. */
export const listTemplates = listing<Template>('templates', {
	orUnder: 'templates',
	scalar: 'template_id',
	read: (entry) => {
		const id = firstText(entry.template_id, entry.id);
		return { template_id: id, name: firstText(entry.name, entry.name_with_details, id) };
	},
});

/**
 * The approved template with this id or name. Throws a `Failure` when there is none, when it is not approved, or when
 * several languages share the name.
 */
export async function findTemplate(api: WhatsAbleClient, idOrName: string): Promise<Template> {
	const templates = await rememberedList(
		api,
		TEMPLATES,
		async () => await listTemplates(api),
		(known) => named(known, idOrName).some(isApproved),
	);
	const found = named(templates, idOrName);
	const approved = found.filter(isApproved);
	const [template] = approved;
	if (!template) throw found[0] ? notApproved(found[0]) : noTemplate(templates, idOrName);
	if (approved.length > 1) throw severalLanguages(approved);
	if (template.template_id === '') throw withoutId(template);
	return template;
}

function named(templates: Template[], idOrName: string): Template[] {
	const byId = templates.filter(({ template_id: id }) => id === idOrName);
	return byId.length > 0 ? byId : templates.filter(({ name }) => name === idOrName);
}

/** One whose status is not told may be sent. */
export function isApproved({ status }: Template): boolean {
	return ['', 'approved'].includes(scalarText(status).toLowerCase());
}

const FIELD = { field: 'templateId' };

function notApproved({ name, status }: Template): Failure {
	return new Failure(
		`The template "${name}" is not approved (${scalarText(status)})`,
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

function withoutId({ name }: Template): Failure {
	return new Failure(
		`WhatsAble lists the template "${name}" without an ID, which sending needs`,
		"Look at it in the Notifyer console, and ask WhatsAble's support if it is as it should be. Nothing was sent.",
		FIELD,
	);
}

function severalLanguages(templates: Template[]): Failure {
	const ids = templates.map(
		({ language, template_id: id }) => `${scalarText(language) || 'unknown language'}: ${id}`,
	);
	return new Failure(
		`There are several templates called "${templates[0]?.name}", in different languages`,
		`Give the ID of one of them. ${ids.join('; ')}.`,
		FIELD,
	);
}
