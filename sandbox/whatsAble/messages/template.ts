import { Rejection } from '../wire/errors';
import type { Input } from '../wire/input';
import type { MediaRecord, RenderedTemplate, TemplateComponent, TemplateRecord } from '../records';
import type { MediaKind } from './media';
import { checkMedia, filenameOf } from './media';

type Part<Type extends TemplateComponent['type']> = Extract<TemplateComponent, { type: Type }>;

function partOf<Type extends TemplateComponent['type']>(
	template: Readonly<TemplateRecord>,
	type: Type,
): Part<Type> | undefined {
	return template.components.find((part): part is Part<Type> => part.type === type);
}

/** How many different placeholders a text has. */
function placeholders(text: string): number {
	return new Set(text.match(/\{\{\d+\}\}/g)).size;
}

function fill(text: string, values: readonly string[]): string {
	return text.replace(/\{\{(\d+)\}\}/g, (_, number: string) => values[Number(number) - 1] ?? '');
}

function numbered(prefix: string, count: number): string[] {
	return Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
}

/** The kind of file that a template's header shows, if it shows one. */
export function headerMedia(template: Readonly<TemplateRecord>): MediaKind | undefined {
	const header = partOf(template, 'HEADER');
	if (!header || header.format === 'TEXT') return undefined;
	return header.format.toLowerCase() as MediaKind;
}

/** The address with a placeholder among a template's buttons. */
function variableAddress(template: Readonly<TemplateRecord>): string | undefined {
	return partOf(template, 'BUTTONS')?.buttons.find(({ url }) => url !== undefined && placeholders(url) > 0)
		?.url;
}

/** Names of the variables of the parts of a template: `header1`, `body1`, `body2`, …, `media`, `visit_website`.
 * Source: public page on template messages; published n8n node. */
export function variablesOf(template: Readonly<TemplateRecord>): string[] {
	const header = partOf(template, 'HEADER');
	const headerText = header?.format === 'TEXT' ? header.text : '';
	return [
		...numbered('header', placeholders(headerText)),
		...numbered('body', placeholders(partOf(template, 'BODY')?.text ?? '')),
		...(headerMedia(template) ? ['media'] : []),
		...(variableAddress(template) === undefined ? [] : ['visit_website']),
	];
}

/** `[b:2][u:1]`. Source of the two letters: public examples; that parts are written side by side is assumed. */
export function formatOf(template: Readonly<TemplateRecord>): string {
	const counts = { h: 'header', b: 'body', m: 'media', u: 'visit_website' };
	const names = variablesOf(template);
	return Object.entries(counts)
		.map(([letter, prefix]) => [letter, names.filter((name) => name.startsWith(prefix)).length] as const)
		.filter(([, count]) => count > 0)
		.map(([letter, count]) => `[${letter}:${count}]`)
		.join('');
}

/**
 * A template with its variables filled in.
 * @throws Rejection when a variable is missing, empty, unknown, or the file does not fit
 */
export function renderTemplate(
	template: Readonly<TemplateRecord>,
	variables: Input,
): { type: 'text' | MediaKind; media: MediaRecord | null; rendered: RenderedTemplate } {
	const wanted = variablesOf(template);
	checkVariables(wanted, variables);
	const values = (prefix: string): string[] =>
		wanted.filter((name) => name.startsWith(prefix)).map((name) => variables.text(name));
	const header = partOf(template, 'HEADER');
	const kind = headerMedia(template);
	const media = kind ? mediaOf(kind, variables.text('media')) : null;
	const address = variables.text('visit_website');
	return {
		type: kind ?? 'text',
		media,
		rendered: {
			name: template.name,
			language: template.language,
			header: header?.format === 'TEXT' ? fill(header.text, values('header')) : null,
			body: fill(partOf(template, 'BODY')?.text ?? '', values('body')),
			footer: partOf(template, 'FOOTER')?.text ?? null,
			buttons: (partOf(template, 'BUTTONS')?.buttons ?? []).map(({ text, url }) =>
				url === undefined ? { text } : { text, url: fill(url, [address]) },
			),
		},
	};
}

function mediaOf(kind: MediaKind, link: string): MediaRecord {
	checkMedia(kind, link);
	return { link, filename: filenameOf(link) };
}

/** WhatsApp counts the parameters and refuses too few as well as too many. */
function checkVariables(wanted: readonly string[], variables: Input): void {
	const missing = wanted.filter((name) => variables.text(name).trim() === '');
	const unknown = variables.names.filter((name) => !wanted.includes(name) && variables.text(name) !== '');
	if (missing.length === 0 && unknown.length === 0) return;
	const reasons = [
		...(missing.length > 0 ? [`missing: ${missing.join(', ')}`] : []),
		...(unknown.length > 0 ? [`not in the template: ${unknown.join(', ')}`] : []),
	];
	throw new Rejection(
		'invalid_variables',
		`(#132000) Number of parameters does not match the expected number of params (${reasons.join('; ')})`,
		'whatsApp',
	);
}
