import type { IDataObject } from 'n8n-workflow';

import { isEmpty } from '../../core/values/texts';
import { ownValue } from '../../core/values/ownValue';

/** What was sent, and how the panel calls it. */
export interface Sent {
	/** Query and body, under HighLevel's own names. */
	values?: unknown;
	/** The panel's name of a property by the way to it; entries of a list by their id. */
	labelOf?: (path: string[]) => string | undefined;
}

/** HighLevel's names of what the panel has under another one. */
const ALIASES: Record<string, string> = {
	contacts: 'contactId',
	ids: 'contactId',
	pageLimit: 'limit',
	dueAfterSeconds: 'dueAfterHours',
	q: 'query',
	pipeline_id: 'pipelineId',
	pipeline_stage_id: 'pipelineStageId',
	contact_id: 'contactId',
	assigned_to: 'assignedTo',
};

/** Never shown, whoever put them there. */
const SECRET_NAME = /token|secret|password|authori[sz]ation|api[-_]?key/i;
const SECRET_VALUE = /^(?:pit-|bearer |eyJ)/i;

/** The most that is shown of a value, in characters. */
const LONGEST = 60;

/** HighLevel's texts, as class-validator writes them. Source: `property additionalEmails should not exist`, as publicly reported. */
const UNKNOWN_PROPERTY = /^((?:[\w-]+\.)*)property ([\w-]+) (should not exist)$/;
const EACH_VALUE = /^((?:[\w-]+\.)*)each value in ([\w-]+) (.+)$/;
const PROPERTY = /^((?:[\w-]+\.)*)([\w-]+) ((?:must|should|is|has) .+)$/;

/** The node has put it there, not the operator. */
const UNKNOWN_TO_NODE =
	'HighLevel does not know this property, which is not a field of the node. Update the node; if it stays like this, report it.';

interface Complaint {
	path: string[];
	/** "must be an email" */
	rule: string;
	/** Behind the name, for lists. */
	ofEach: boolean;
}

/** The complaints of one text, which may hold several of them. */
export function complaintsIn(text: string): string[] {
	return text.split(/, (?=(?:nested )?(?:property )?[\w.-]+ (?:must|should|has) )/);
}

function complaintIn(given: string): Complaint | undefined {
	const text = given.replace(/^nested property /, '');
	const match = UNKNOWN_PROPERTY.exec(text) ?? EACH_VALUE.exec(text) ?? PROPERTY.exec(text);
	if (!match) return undefined;
	const [, before = '', name = '', rule = ''] = match;
	return { path: [...before.split('.').filter(Boolean), name], rule, ofEach: EACH_VALUE.test(text) };
}

/** A text of HighLevel with the field as the panel calls it and the value that was sent; and what to do about it. */
export function explained(text: string, { values, labelOf }: Sent): { text: string; remedy?: string } {
	const complaint = complaintIn(text);
	if (!complaint) return { text };
	const { path, rule, ofEach } = complaint;
	const { value, named } = at(values, path);
	const label = labelOf?.(named.map((step) => ownValue(ALIASES, step) ?? step));
	const shown = path.some((step) => SECRET_NAME.test(step)) ? undefined : shownValue(value);
	if (label === undefined && shown === undefined) {
		return { text, ...(rule === 'should not exist' ? { remedy: UNKNOWN_TO_NODE } : {}) };
	}
	const name =
		label === undefined ? text.slice(0, -rule.length - 1) : `${ofEach ? 'each value in ' : ''}"${label}"`;
	const isUnknown = rule === 'should not exist';
	if (isUnknown && path.length > 1 && value === undefined && label !== undefined) {
		const property = path[path.length - 1] ?? '';
		const field = labelOf?.(named.slice(0, -1).map((step) => ownValue(ALIASES, step) ?? step)) ?? label;
		return { text: `"${field}": HighLevel does not take property ${property} here`, remedy: UNKNOWN_TO_NODE };
	}
	const given = shown === undefined ? '' : isUnknown ? ` (sent: ${shown})` : `, but it is ${shown}`;
	return { text: `${name} ${rule}${given}`, remedy: remedyFor(rule, label ?? path.join('.')) };
}

/** What was sent at a place, and the way to it with the ids of entries in place of their numbers. */
function at(values: unknown, path: string[]): { value: unknown; named: string[] } {
	let value = values;
	const named: string[] = [];
	for (const step of path) {
		const isEntry = Array.isArray(value);
		value = typeof value === 'object' && value !== null ? ownValue(value as IDataObject, step) : undefined;
		const { id, key } = (isEntry && value ? value : {}) as { id?: unknown; key?: unknown };
		named.push(isEntry ? String(id ?? key ?? step) : step);
	}
	return { value, named };
}

function shownValue(value: unknown): string | undefined {
	if (value === undefined || value === null) return undefined;
	if (isEmpty(value)) return 'empty';
	if (Array.isArray(value)) {
		return value.every((entry) => typeof entry !== 'object') ? shownText(value.join(', ')) : undefined;
	}
	return typeof value === 'object' ? undefined : shownText(String(value as string | number | boolean));
}

function shownText(given: string): string | undefined {
	const text = given.replace(/\s+/g, ' ').trim();
	if (SECRET_VALUE.test(text)) return undefined;
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** By what the rule is about; the first that fits. */
const REMEDIES: Array<[rule: RegExp, remedy: (field: string) => string]> = [
	[/should not exist/, (field) => `HighLevel does not take "${field}" here. Remove it from the node.`],
	[/email/i, (field) => `Enter an address like name@email.com in "${field}", or leave it empty.`],
	[
		/phone/i,
		(field) => `Enter a number with its country code, like +12025550123, in "${field}", or leave it empty.`,
	],
	[/should not be empty|should be defined/, (field) => `Map a value to "${field}".`],
	[/one of|enum/i, (field) => `Choose one of the values that the list of "${field}" offers.`],
	[/ISO31661/i, (field) => `Enter a country code of two letters, like US, in "${field}", or leave it empty.`],
	[/date|ISO 8601/i, (field) => `Enter a date like 2026-12-31 in "${field}", or leave it empty.`],
	[/boolean/, (field) => `Set "${field}" to true or false.`],
	[/number|integer|less than|greater than/, (field) => `Enter a number that fits in "${field}".`],
	[/shorter than|no more than/, (field) => `Shorten "${field}".`],
	[/url/i, (field) => `Enter an address like https://example.com in "${field}", or leave it empty.`],
];

function remedyFor(rule: string, field: string): string {
	const [, remedy] = REMEDIES.find(([pattern]) => pattern.test(rule)) ?? [];
	return remedy?.(field) ?? `Correct "${field}", or leave it empty.`;
}
