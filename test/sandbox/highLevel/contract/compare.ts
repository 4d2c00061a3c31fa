import type { ErrorObject, ValidateFunction } from 'ajv';
import Ajv from 'ajv';

/** A schema of OpenAPI 3.0, or a JSON schema: only the keys that are asked for matter. */
export type Schema = Record<string, ReturnType<typeof JSON.parse>>;

/** What differs between a documented request body and ours, one line each. */
export function compareBodies(documented: Schema, ours: Schema, at = 'body'): string[] {
	// A choice of classes is compared as one class with the properties of all; `id` or `key` is then our own rule.
	const spec = Array.isArray(documented['anyOf'])
		? unite(documented['anyOf'] as Schema[])
		: withoutWrapping(documented);
	const differences = compareTypes(spec, ours, at);
	if (ours['items'] && spec['items'])
		differences.push(...compareBodies(spec['items'], ours['items'], `${at}[]`));
	if (!ours['properties']) return differences;
	const specProperties = (spec['properties'] ?? {}) as Record<string, Schema>;
	const ourProperties = ours['properties'] as Record<string, Schema>;
	for (const name of Object.keys(ourProperties)) {
		if (!(name in specProperties)) differences.push(`${at}.${name} is not documented`);
	}
	for (const [name, property] of Object.entries(specProperties)) {
		const own = ourProperties[name];
		if (!own) differences.push(`${at}.${name} is missing`);
		else differences.push(...compareBodies(property, own, `${at}.${name}`));
	}
	const required = (schema: Schema) => new Set((schema['required'] ?? []) as string[]);
	for (const name of new Set([...required(spec), ...required(ours)])) {
		if (required(spec).has(name) !== required(ours).has(name)) {
			differences.push(`${at}.${name} is ${required(ours).has(name) ? 'not ' : ''}documented as required`);
		}
	}
	return differences;
}

/** A single `allOf` is how the specification hangs a description on a reference. */
function withoutWrapping(schema: Schema): Schema {
	const { allOf, ...rest } = schema as { allOf?: Schema[] };
	return allOf?.length === 1 ? { ...allOf[0], ...rest } : schema;
}

function unite(classes: Schema[]): Schema {
	return { type: 'object', properties: Object.assign({}, ...classes.map(({ properties }) => properties)) };
}

function compareTypes(documented: Schema, ours: Schema, at: string): string[] {
	// An open schema takes whatever is documented.
	if (!ours['type']) return [];
	const own = [ours['type']].flat().map((type) => (type === 'integer' ? 'number' : type));
	const spec = [documented['type'], ...(documented['nullable'] ? ['null'] : [])];
	return own.sort().join() === spec.sort().join()
		? []
		: [`${at} is ${own.join('|')}, documented as ${spec.join('|')}`];
}

const validators = new WeakMap<Schema, ValidateFunction>();
const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });

/** What a documented response schema finds wrong with an answer; undocumented properties count. Positions in lists
 * are written as `*`. */
export function checkAnswer(documented: Schema, answer: unknown): string[] {
	const validate = validators.get(documented) ?? ajv.compile(toJsonSchema(documented));
	validators.set(documented, validate);
	return validate(answer) ? [] : [...new Set((validate.errors ?? []).map(describeError))];
}

function describeError(error: ErrorObject): string {
	const at = error.instancePath.replace(/\/\d+/g, '/*') || '/';
	if (error.keyword === 'additionalProperties')
		return `${at} has ${String(error.params['additionalProperty'])}`;
	if (error.keyword === 'type') return `${at} is not ${String(error.params['type'])}`;
	return `${at} ${error.message}`;
}

/** OpenAPI 3.0 as JSON schema, closed: a property that is not documented is an error. */
function toJsonSchema(documented: Schema): Schema {
	const schema = withoutWrapping(documented);
	const converted: Schema = { ...schema };
	delete converted['nullable'];
	if (schema['nullable'] && typeof schema['type'] === 'string') converted['type'] = [schema['type'], 'null'];
	if (schema['items']) converted['items'] = toJsonSchema(schema['items']);
	if (schema['oneOf']) converted['oneOf'] = (schema['oneOf'] as Schema[]).map(toJsonSchema);
	if (schema['properties']) {
		const properties = Object.entries(schema['properties'] as Record<string, Schema>);
		converted['properties'] = Object.fromEntries(
			properties.map(([name, inner]) => [name, toJsonSchema(inner)]),
		);
		converted['additionalProperties'] = false;
	}
	return converted;
}
