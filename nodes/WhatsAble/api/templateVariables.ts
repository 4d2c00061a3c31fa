import { jsonParse } from 'n8n-workflow';

import type { Template } from './templates';

/** A part of a template in Meta's shape; only what is looked at. */
export interface TemplateComponent {
	/** `HEADER`, `BODY`, `FOOTER` or `BUTTONS` */
	type?: string;
	/** Of a header: `TEXT`, `IMAGE`, `VIDEO`, `DOCUMENT`, … */
	format?: string;
	text?: string;
	example?: { body_text?: string[][]; header_text?: string[] };
	buttons?: Array<{ type?: string; text?: string; url?: string }>;
}

/** What has to be filled in when a template is sent. */
export interface TemplateVariable {
	/** As the send takes it: `body1`, `header1`, `media`, `visit_website`. */
	key: string;
	/** For a person. */
	label: string;
}

/**
 * The variables of a template, in the order in which a reader meets them. From its parts; where WhatsAble gives none,
 * from its format (`[b:2]`), and where that is missing too, from their number.
 * Source of the keys: WhatsAble's page on template messages, and its n8n package.
 */
export function variablesOf(template: Template): TemplateVariable[] {
	const components = componentsOf(template);
	if (components.length > 0) return components.flatMap(variablesOfPart);
	const counts = [...(template.template_formate ?? '').matchAll(/\[([a-z]+):(\d+)\]/gi)];
	if (counts.length > 0) {
		return counts.flatMap(([, letter = '', count]) => byLetter(letter.toLowerCase(), Number(count)));
	}
	return byLetter('b', Number(template.variable_counts ?? 0));
}

/** The parts of a template; none where WhatsAble gives none. */
export function componentsOf({ components }: Template): TemplateComponent[] {
	const parsed = typeof components === 'string' ? jsonParse(components, { fallbackValue: [] }) : components;
	const list = Array.isArray(parsed) ? parsed : parsed?.components;
	return Array.isArray(list) ? list : [];
}

function variablesOfPart(part: TemplateComponent): TemplateVariable[] {
	switch (part.type?.toUpperCase()) {
		case 'HEADER':
			return headerVariables(part);
		case 'BODY':
			return textVariables('body', 'Body', part.text, part.example?.body_text?.[0]);
		case 'BUTTONS':
			return buttonVariables(part);
		default:
			return [];
	}
}

function headerVariables({ format, text, example }: TemplateComponent): TemplateVariable[] {
	const kind = (format ?? 'TEXT').toUpperCase();
	if (kind === 'TEXT') return textVariables('header', 'Header', text, example?.header_text);
	// A header with a place on the map has no variable that the send takes.
	if (kind === 'LOCATION') return [];
	return [{ key: 'media', label: `${capitalised(kind)} (Public URL)` }];
}

function textVariables(
	prefix: string,
	name: string,
	text = '',
	examples: string[] | undefined = [],
): TemplateVariable[] {
	const placeholders = [
		...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, place = '']) => place)),
	];
	return placeholders.map((place, index) => {
		const example = examples[index];
		const what = /^\d+$/.test(place) ? `${name} ${index + 1}` : `${name}: ${place}`;
		return { key: `${prefix}${index + 1}`, label: example ? `${what} (e.g. ${example})` : what };
	});
}

function buttonVariables({ buttons = [] }: TemplateComponent): TemplateVariable[] {
	const button = buttons.find(({ url }) => url?.includes('{{'));
	if (!button) return [];
	return [{ key: 'visit_website', label: `Button "${button.text ?? 'Link'}": End of ${button.url}` }];
}

const LETTERS: Record<string, (number: number) => TemplateVariable> = {
	b: (number) => ({ key: `body${number}`, label: `Body ${number}` }),
	h: (number) => ({ key: `header${number}`, label: `Header ${number}` }),
	m: () => ({ key: 'media', label: 'Media (Public URL)' }),
	u: () => ({ key: 'visit_website', label: 'Button: End of the Link' }),
};

function byLetter(letter: string, count: number): TemplateVariable[] {
	const make = LETTERS[letter];
	if (!make) return [];
	const variables = Array.from({ length: count }, (_, index) => make(index + 1));
	return variables.filter(({ key }, place) => variables.findIndex((one) => one.key === key) === place);
}

function capitalised(word: string): string {
	return word.charAt(0) + word.slice(1).toLowerCase();
}

/** WhatsApp's limit of spaces in a row. Source: Meta's error 132018, "cannot have new-line/tab characters or more than 4 consecutive spaces". */
const MOST_SPACES = 4;

const LINE_BREAK_OR_TAB = /[\p{Cc}\u2028\u2029]/u;

/**
 * A value as WhatsApp takes it inside a template: line breaks, tabs and other control characters, with the blanks around
 * them, become one space, and so do more than four blanks in a row. Empty when nothing that can be read is left.
 */
export function flattened(value: string): string {
	const flat = value
		.replace(/[\s\p{Cc}]+/gu, (blanks) =>
			LINE_BREAK_OR_TAB.test(blanks) || blanks.length > MOST_SPACES ? ' ' : blanks,
		)
		.trim();
	return /^[\s\p{Cf}]*$/u.test(flat) ? '' : flat;
}
