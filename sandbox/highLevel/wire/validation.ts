import type { ErrorObject, ValidateFunction } from 'ajv';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { IANAZone } from 'luxon';
import { toIsoDate, toIsoInstant } from '../../shared/normalise';
import type { ApiError } from './errors';
import { unprocessable } from './errors';
import type { JsonSchema } from '../../shared/jsonSchema';

function makeAjv(coerceTypes: false | 'array'): Ajv {
	const ajv = new Ajv({
		allErrors: true,
		coerceTypes,
		verbose: true,
		allowUnionTypes: true,
		strictRequired: false,
	});
	addFormats(ajv, ['email']);
	ajv.addFormat('calendar-date', (text) => toIsoDate(text) !== undefined);
	ajv.addFormat('instant', (text) => toIsoInstant(text) !== undefined);
	ajv.addFormat('time-zone', (text) => IANAZone.isValidZone(text));
	ajv.addKeyword({ keyword: 'refusal', schemaType: 'string' });
	ajv.addKeyword({ keyword: 'missing', schemaType: 'string' });
	return ajv;
}

const forBodies = makeAjv(false);
// Everything in a query is text; numbers, booleans and lists of one must be read out of it.
const forQueries = makeAjv('array');

/** Compiles a schema for the part of the request that it describes. */
export function compileSchema(schema: JsonSchema, part: string | undefined): ValidateFunction {
	return (part === 'body' ? forBodies : forQueries).compile(schema);
}

/**
 * The 422 answer for a request that does not fit its schema: a list of texts in the manner of class-validator,
 * which HighLevel's API uses. Source: `property additionalEmails should not exist`, as publicly reported; the
 * other texts are that library's own.
 */
export function validationError(errors: readonly ErrorObject[]): ApiError {
	return unprocessable([...new Set(errors.flatMap(toTexts))]);
}

function toTexts(error: ErrorObject): string[] {
	const steps = error.instancePath.split('/').slice(1).map(decodeStep);
	const parents = steps.slice(0, -1);
	const name = steps.at(-1) ?? 'body';
	const own = (text: string): string => [...parents, text].join('.');
	switch (error.keyword) {
		case 'additionalProperties':
			return [
				[...steps, `property ${String(error.params['additionalProperty'])} should not exist`].join('.'),
			];
		case 'required':
			return missing(error, steps);
		case 'type':
			// An item of a list is named by its list: `each value in tags must be a string`.
			if (/^\d+$/.test(name) && parents.length > 0) {
				const list = [...parents.slice(0, -1), `each value in ${parents.at(-1)} ${typeText(error.schema)}`];
				return [list.join('.')];
			}
			return [own(`${name} ${typeText(error.schema)}`)];
		case 'minLength':
			return [own(`${name} should not be empty`)];
		case 'maxLength':
			return [own(`${name} must be shorter than or equal to ${String(error.params['limit'])} characters`)];
		case 'maximum':
			return [own(`${name} must not be greater than ${String(error.params['limit'])}`)];
		case 'minimum':
			return [own(`${name} must not be less than ${String(error.params['limit'])}`)];
		case 'maxItems':
			return [own(`${name} must contain no more than ${String(error.params['limit'])} elements`)];
		case 'minItems':
			return [own(`${name} must contain at least ${String(error.params['limit'])} elements`)];
		case 'enum':
			return [own(`${name} ${String(error.parentSchema?.['refusal'] ?? choiceText(error.schema))}`)];
		case 'format':
		case 'pattern':
			return [own(`${name} ${String(error.parentSchema?.['refusal'] ?? 'is not valid')}`)];
		case 'anyOf':
			return [[...steps, 'id or key should not be empty'].join('.')];
		default:
			return [own(`${name} is not valid`)];
	}
}

/** A missing value fails the check for emptiness and the one for its type. */
function missing(error: ErrorObject, steps: readonly string[]): string[] {
	const property = String(error.params['missingProperty']);
	// The branches of "id or key" are reported together, by `anyOf`.
	if (error.schemaPath.includes('/anyOf/')) return [];
	const properties = error.parentSchema?.['properties'] as Record<string, JsonSchema> | undefined;
	const own = properties?.[property]?.['missing'];
	if (typeof own === 'string') return [own];
	return [`${property} should not be empty`, `${property} ${typeText(properties?.[property]?.['type'])}`].map(
		(text) => [...steps, text].join('.'),
	);
}

function choiceText(choices: unknown): string {
	return `must be one of the following values: ${(choices as string[]).join(', ')}`;
}

function typeText(type: unknown): string {
	switch (Array.isArray(type) ? type[0] : type) {
		case 'boolean':
			return 'must be a boolean value';
		case 'integer':
		case 'number':
			return 'must be a number conforming to the specified constraints';
		case 'array':
			return 'must be an array';
		case 'object':
			return 'must be an object';
		default:
			return 'must be a string';
	}
}

function decodeStep(step: string): string {
	return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
