import type { IDataObject } from 'n8n-workflow';

import { choiceOf } from '../../../../core/values/choices';
import { dateTimeOf, dayOf, lastMomentOf } from '../../../../core/values/dates';
import { idOf, isEmpty, textOf } from '../../../../core/values/texts';
import { yesNoOf } from '../../../../core/values/yesNo';
import { Failure } from '../../../../core/failure';
import { ownValue } from '../../../../core/values/ownValue';
import type { Params } from '../../../../core/operation/params';
import { amountOf } from '../../../../core/values/amounts';
import { emailOf } from '../../../../core/values/emails';
import { countryOf } from '../../../../core/values/countries';
import type { HighLevelClient } from '../../../api/client';
import { phoneCondition, phoneFor } from '../../../api/phones';
import { DND_STATUSES } from '../dndFields';
import { searchedCustomField } from './searchedCustomField';
import type { SearchField, SearchOperator } from './searchFields';
import { CUSTOM_FIELD, OPERATOR_NAMES, SEARCH_FIELDS } from './searchFields';

interface Condition {
	field: string;
	customField?: string;
	operator: SearchOperator;
	value?: unknown;
	from?: unknown;
	to?: unknown;
}

interface Group {
	mustMatch: 'AND' | 'OR';
	conditions?: { condition?: Condition[] };
}

/**
 * The filters of a search, in HighLevel's grammar, from the builder or from JSON. Throws a `Failure` for a condition
 * that HighLevel does not know.
 */
export async function searchFiltersOf(api: HighLevelClient, params: Params): Promise<IDataObject[]> {
	if (params.text('filterType') === 'json') return jsonFilters(params.value('filtersJson'));
	const { group: groups = [] } = params.collection('groups') as { group?: Group[] };
	const filters = [];
	for (const { mustMatch, conditions } of groups) {
		const own = [];
		for (const condition of conditions?.condition ?? []) {
			own.push(await filterOf(api, condition, params.timezone));
		}
		if (own.length > 0) filters.push({ group: mustMatch, filters: own });
	}
	return filters.length > 0 ? [{ group: params.text('groupsMustMatch') || 'AND', filters }] : [];
}

/** One or two orders; `undefined` leaves it to the default. */
export function sortOf(params: Params): Array<{ field: string; direction: 'asc' | 'desc' }> {
	const { sort } = params.collection('options') as {
		sort?: { order?: Array<{ field: string; direction: 'asc' | 'desc' }> };
	};
	const orders = sort?.order ?? [];
	if (orders.length > 2) {
		throw new Failure('HighLevel sorts by two fields at most', 'Remove an order under Options > Sort.', {
			field: 'sort',
		});
	}
	return orders;
}

function jsonFilters(given: unknown): IDataObject[] {
	const filters = typeof given === 'string' ? parsed(given) : given;
	if (Array.isArray(filters)) return filters as IDataObject[];
	throw new Failure(
		`"Filters (JSON)" is not ${filters instanceof SyntaxError ? `JSON: ${filters.message}` : 'a list'}`,
		'Write [ {"field": "email", "operator": "eq", "value": "…"} ].',
		{ field: 'filtersJson' },
	);
}

/** The value, or the `SyntaxError` that says where the text is no JSON. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text.trim() || '[]') as unknown;
	} catch (error) {
		return error;
	}
}

async function filterOf(api: HighLevelClient, condition: Condition, zone: string): Promise<IDataObject> {
	const { field: chosen, operator } = condition;
	const { path, field } =
		chosen === CUSTOM_FIELD
			? await searchedCustomField(api, condition.customField)
			: { path: chosen, field: standardField(chosen) };
	if (!field.operators.includes(operator)) throw wrongPair(field, operator);
	const value = await valueOf(api, path, field, condition, zone);
	if (path === 'phone' && (operator === 'eq' || operator === 'not_eq')) {
		return phoneCondition(operator, String(value.value));
	}
	const [outer, inner] = path.split('.');
	return outer === 'opportunities'
		? { field: outer, operator: 'nested', value: [{ field: inner, operator, ...value }] }
		: { field: path, operator, ...value };
}

function standardField(name: string): SearchField {
	const field = ownValue(SEARCH_FIELDS, name);
	if (field) return field;
	throw new Failure(`HighLevel cannot search contacts by "${name}"`, 'Choose the field from the list.', {
		field: name,
	});
}

/** Fields of ids and emails. */
const IDS = new Set(['activeWorkflows', 'assignedTo', 'email', 'finishedWorkflows', 'followers', 'id']);

async function valueOf(
	api: HighLevelClient,
	path: string,
	field: SearchField,
	{ operator, value, from, to }: Condition,
	zone: string,
): Promise<IDataObject> {
	if (operator === 'exists' || operator === 'not_exists') return {};
	if (operator === 'range') return { value: rangeOf(field, from, to, zone) };
	const text = IDS.has(path) ? idOf(textOf(value, field.name)) : textOf(value, field.name);
	if (text === '') {
		throw new Failure(
			`The condition on "${field.name}" has no value`,
			'Enter one, or choose "Exists" or "Does Not Exist".',
			{ field: field.name },
		);
	}
	if (field.type === 'boolean') return { value: yesNoOf(value, field.name) };
	if (field.type === 'number') return { value: amountOf(value, field.name) };
	if (field.type === 'dndStatus') return { value: choiceOf(text, DND_STATUSES, field.name) };
	if (path.endsWith('LowerCase') || path === 'tags') return { value: text.toLowerCase() };
	const whole = operator === 'eq' || operator === 'not_eq';
	if (path === 'email' && whole) return { value: emailOf(text, field.name) };
	if (field.type === 'country') return { value: countryOf(text, field.name) };
	return { value: field.type === 'phone' && whole ? await phoneFor(api, text, field.name) : text };
}

function rangeOf(field: SearchField, from: unknown, to: unknown, zone: string): IDataObject {
	const range = {
		...(isEmpty(from) ? {} : { gte: boundOf(field, from, zone) }),
		...(isEmpty(to) ? {} : { lte: endOf(field, to, zone) }),
	};
	if (Object.keys(range).length > 0) return range;
	throw new Failure(
		`The condition on "${field.name}" has neither "From" nor "To"`,
		'Enter at least one of them.',
		{ field: field.name },
	);
}

function boundOf({ name, type }: SearchField, given: unknown, zone: string): string | number {
	if (type === 'date') return dateTimeOf(given, name, zone);
	if (type === 'day') return dayOf(given, name);
	const isNumber = type === 'number' || /^-?\d+(\.\d+)?$/.test(textOf(given, name));
	return isNumber ? amountOf(given, name) : dayOf(given, name);
}

/** "Up to 31 December" takes in that day. */
function endOf(field: SearchField, given: unknown, zone: string): string | number {
	return field.type === 'date' ? lastMomentOf(given, field.name, zone) : boundOf(field, given, zone);
}

function wrongPair({ name, operators }: SearchField, operator: SearchOperator): Failure {
	const known = operators.map((one) => OPERATOR_NAMES[one]).join(', ');
	return new Failure(
		`HighLevel cannot search "${name}" by "${ownValue(OPERATOR_NAMES, operator) ?? operator}"`,
		known ? `It knows: ${known}.` : 'It cannot search this kind of field at all.',
		{ field: name },
	);
}
