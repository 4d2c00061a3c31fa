import { isObject } from '../../../core/values/objects';
import { isEmpty } from '../../../core/values/texts';
import { expanded, firstText, objectsIn, scalarText } from '../responses/plain';
import type { Template } from './templates';

/** A part of a template in Meta's shape; only what is looked at, and each may be of another kind than it should. */
export interface TemplateComponent {
	/** `HEADER`, `BODY`, `FOOTER` or `BUTTONS` */
	type?: unknown;
	/** Of a header: `TEXT`, `IMAGE`, `VIDEO`, `DOCUMENT`, … */
	format?: unknown;
	text?: unknown;
	/** `body_text` is a list of lists of texts, `header_text` a list of texts. */
	example?: unknown;
	/** Each with `type`, `text` and `url`. */
	buttons?: unknown;
}

/** What has to be filled in when a template is sent. */
export interface TemplateVariable {
	/** As the send takes it: `body1`, `header1`, `media`, `visit_website`. */
	key: string;
	/** For a person. */
	label: string;
}

/**
 * The variables of a template, in the order in which a reader meets them. From its parts; where WhatsAble gives none, or
 * one that cannot be read, from its format (`[b:2]`), and where that is missing too, from their number.
 * Source of the keys: WhatsAble's page on template messages, and its n8n package.
 */
export function variablesOf(template: Template): TemplateVariable[] {
	const components = componentsOf(template);
	const ofParts = components.flatMap(variablesOfPart);
	if (components.length > 0 && components.every(isReadable)) return ofParts;
	const counts = [...scalarText(template.template_formate).matchAll(/\[([a-z]+):(\d+)\]/gi)];
	if (counts.length > 0) {
		return counts.flatMap(([, letter = '', count]) => byLetter(letter.toLowerCase(), Number(count)));
	}
	if (ofParts.length > 0) return ofParts;
	return byLetter('b', Number(scalarText(template.variable_counts)));
}

/** The parts of a template; none where WhatsAble gives none. */
export function componentsOf({ components }: Pick<Template, 'components'>): TemplateComponent[] {
	let parts = expanded(components);
	for (let depth = 0; isObject(parts) && depth < 3; depth++) parts = parts.components;
	return objectsIn(parts);
}

/** The text of the body; empty where it is not told. */
export function bodyOf(template: Template): string {
	const part = componentsOf(template).find(({ type }) => typeOf(type) === 'BODY');
	return firstText(part?.text, template.body);
}

function typeOf(type: unknown): string {
	return scalarText(type).toUpperCase();
}

function isReadable({ type, text }: TemplateComponent): boolean {
	return typeOf(type) === 'BODY' ? scalarText(text) !== '' : typeOf(type) !== '';
}

function variablesOfPart(part: TemplateComponent): TemplateVariable[] {
	const { body_text: bodyTexts, header_text: headerTexts } = isObject(part.example) ? part.example : {};
	switch (typeOf(part.type)) {
		case 'HEADER':
			return headerVariables(part, headerTexts);
		case 'BODY':
			return textVariables('body', 'Body', part.text, bodyTexts);
		case 'BUTTONS':
			return buttonVariables(part);
		default:
			return [];
	}
}

function headerVariables({ format, text }: TemplateComponent, examples: unknown): TemplateVariable[] {
	const kind = typeOf(format) || 'TEXT';
	if (kind === 'TEXT') return textVariables('header', 'Header', text, examples);
	// A header with a place on the map has no variable that the send takes.
	if (kind === 'LOCATION') return [];
	return [{ key: 'media', label: `${capitalised(kind)} (Public URL)` }];
}

function textVariables(prefix: string, name: string, text: unknown, given: unknown): TemplateVariable[] {
	const placeholders = [
		...new Set([...scalarText(text).matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, place = '']) => place)),
	];
	const examples = examplesIn(given);
	return placeholders.map((place, index) => {
		const example = examples[index];
		const what = /^\d+$/.test(place) ? `${name} ${index + 1}` : `${name}: ${place}`;
		return { key: `${prefix}${index + 1}`, label: example ? `${what} (e.g. ${example})` : what };
	});
}

/** A list of texts, or the first of several such lists. */
function examplesIn(given: unknown): string[] {
	const list = Array.isArray(given) ? (given as unknown[]) : [given];
	const first = Array.isArray(list[0]) ? (list[0] as unknown[]) : list;
	return first.map(scalarText);
}

function buttonVariables({ buttons }: TemplateComponent): TemplateVariable[] {
	const button = objectsIn(buttons).find(({ url }) => scalarText(url).includes('{{'));
	if (!button) return [];
	const { text, url } = button;
	return [
		{ key: 'visit_website', label: `Button "${scalarText(text) || 'Link'}": End of ${scalarText(url)}` },
	];
}

const LETTERS = new Map<string, (number: number) => TemplateVariable>(
	Object.entries({
		b: (number: number) => ({ key: `body${number}`, label: `Body ${number}` }),
		h: (number: number) => ({ key: `header${number}`, label: `Header ${number}` }),
		m: () => ({ key: 'media', label: 'Media (Public URL)' }),
		u: () => ({ key: 'visit_website', label: 'Button: End of the Link' }),
	}),
);

/** More than any template has, so that a wrong count makes no endless list. */
const MOST_VARIABLES = 100;

function byLetter(letter: string, count: number): TemplateVariable[] {
	const make = LETTERS.get(letter);
	if (!make || !(count > 0)) return [];
	const length = Math.min(Math.floor(count), MOST_VARIABLES);
	const variables = Array.from({ length }, (_, index) => make(index + 1));
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
	return isEmpty(flat) ? '' : flat;
}
