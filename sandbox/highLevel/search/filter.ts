import { badRequest } from '../wire/errors';
import type { Operator, SearchField } from './fields';
import { OPPORTUNITY_FIELDS, OPPORTUNITY_OPERATORS } from './fields';

type Predicate<Document> = (document: Document) => boolean;

/** The field of that name, or undefined when the search does not know it. */
type FieldNamed<Document> = (name: string) => SearchField<Document> | undefined;

/**
 * Compiles the `filters` of a search: leaves `{field, operator, value}`, joined by AND, nested with
 * `{group: 'AND' | 'OR', filters}`.
 * @throws ApiError 400 for an unknown field, an operator that the field does not have, or a value of another kind
 */
export function compileFilters<Document>(
	fieldNamed: FieldNamed<Document>,
	filters: readonly unknown[],
): Predicate<Document> {
	const predicates = filters.map((filter) => compileOne(fieldNamed, filter));
	return (document) => predicates.every((matches) => matches(document));
}

function compileOne<Document>(fieldNamed: FieldNamed<Document>, filter: unknown): Predicate<Document> {
	if (typeof filter !== 'object' || filter === null) throw badRequest('Invalid filter');
	const { group, filters, field, operator, value } = filter as Record<string, unknown>;
	if (group !== undefined) {
		if (group !== 'AND' && group !== 'OR') throw badRequest(`Invalid group ${String(group)}`);
		if (!Array.isArray(filters) || filters.length === 0) throw badRequest(`Group ${group} needs filters`);
		const predicates = filters.map((inner) => compileOne(fieldNamed, inner));
		return group === 'AND'
			? (document) => predicates.every((matches) => matches(document))
			: (document) => predicates.some((matches) => matches(document));
	}
	return compileLeaf(fieldNamed, field, operator, value);
}

function compileLeaf<Document>(
	fieldNamed: FieldNamed<Document>,
	name: unknown,
	operator: unknown,
	value: unknown,
): Predicate<Document> {
	const field = typeof name === 'string' ? fieldNamed(name) : undefined;
	if (!field) throw badRequest(`Invalid field ${String(name)}`);
	if (!field.operators.includes(operator as Operator)) {
		throw badRequest(`Invalid operator ${String(operator)} for field ${String(name)}`);
	}
	const { valueOf } = field;
	switch (operator as Operator) {
		case 'exists':
			return (document) => isPresent(valueOf(document));
		case 'not_exists':
			return (document) => !isPresent(valueOf(document));
		case 'eq':
			return equals(String(name), valueOf, value);
		case 'not_eq':
			return not(equals(String(name), valueOf, value));
		case 'contains':
			return contains(String(name), valueOf, value);
		case 'not_contains':
			return not(contains(String(name), valueOf, value));
		case 'range':
			return inRange(String(name), valueOf, value);
		case 'nested':
			return nested(value);
	}
}

function not<Document>(predicate: Predicate<Document>): Predicate<Document> {
	return (document) => !predicate(document);
}

function isPresent(value: unknown): boolean {
	return (
		value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
	);
}

/** Text is compared without regard to case. */
function comparable(value: unknown): string {
	return String(value).toLowerCase();
}

function each(value: unknown): readonly unknown[] {
	if (!isPresent(value)) return [];
	return Array.isArray(value) ? value : [value];
}

/** A list of values means any of them. */
function wantedValues(name: string, value: unknown): string[] {
	const values = Array.isArray(value) ? value : [value];
	if (values.length === 0 || !values.every((one) => ['string', 'number', 'boolean'].includes(typeof one))) {
		throw badRequest(`Invalid value for field ${name}`);
	}
	return values.map(comparable);
}

function equals<Document>(name: string, valueOf: Value<Document>, value: unknown): Predicate<Document> {
	const wanted = new Set(wantedValues(name, value));
	return (document) => each(valueOf(document)).some((own) => wanted.has(comparable(own)));
}

function contains<Document>(name: string, valueOf: Value<Document>, value: unknown): Predicate<Document> {
	const wanted = wantedValues(name, value);
	return (document) =>
		each(valueOf(document)).some((own) => wanted.some((part) => comparable(own).includes(part)));
}

type Value<Document> = SearchField<Document>['valueOf'];

const BOUNDS: Record<string, (own: number, bound: number) => boolean> = {
	gt: (own, bound) => own > bound,
	gte: (own, bound) => own >= bound,
	lt: (own, bound) => own < bound,
	lte: (own, bound) => own <= bound,
};

/** Bounds are numbers, or dates as ISO 8601 text or ms since the epoch. The guide shows the keys as pictures only;
 * these four are in common use. */
function inRange<Document>(name: string, valueOf: Value<Document>, value: unknown): Predicate<Document> {
	const bounds = typeof value === 'object' && value !== null ? Object.entries(value) : [];
	const tests = bounds.map(([key, bound]) => {
		const test = Object.hasOwn(BOUNDS, key) ? BOUNDS[key] : undefined;
		const limit = toNumber(bound);
		if (!test || Number.isNaN(limit)) throw badRequest(`Invalid range for field ${name}`);
		return (own: number) => test(own, limit);
	});
	if (tests.length === 0) throw badRequest(`Invalid range for field ${name}`);
	return (document) => {
		const own = toNumber(valueOf(document));
		return !Number.isNaN(own) && tests.every((test) => test(own));
	};
}

function toNumber(value: unknown): number {
	if (typeof value === 'number') return value;
	if (typeof value !== 'string' || value.trim() === '') return NaN;
	const number = Number(value);
	return Number.isNaN(number) ? Date.parse(value) : number;
}

/** The sandbox has no opportunities, so no contact has one that fits; the filter is still checked. */
function nested(value: unknown): Predicate<unknown> {
	if (!Array.isArray(value) || value.length === 0) throw badRequest('Invalid value for field opportunities');
	for (const inner of value as Array<Record<string, unknown>>) {
		const name = String(inner?.['field']);
		const operator = inner?.['operator'] as Operator;
		if (!OPPORTUNITY_FIELDS.includes(name)) throw badRequest(`Invalid field opportunities.${name}`);
		if (!OPPORTUNITY_OPERATORS.includes(operator)) {
			throw badRequest(`Invalid operator ${String(operator)} for field opportunities.${name}`);
		}
	}
	return () => false;
}
