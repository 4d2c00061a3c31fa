/** A JSON schema (draft 7) as ajv takes it. The HighLevel sandbox adds to it, in its `validation.ts`: formats, and the
 * keywords `refusal`, the text after the property's name when the value does not fit, and `missing`, the text when a
 * required property is not sent. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export const text: JsonSchema = { type: 'string' };
export const filledText: JsonSchema = { type: 'string', minLength: 1 };
export const nullableText: JsonSchema = { type: ['string', 'null'] };
export const flag: JsonSchema = { type: 'boolean' };
export const texts: JsonSchema = { type: 'array', items: text };

/** A closed object: anything else is refused with `property x should not exist`. */
export function closedObject(
	properties: Record<string, JsonSchema>,
	required: readonly string[] = [],
): JsonSchema {
	return { type: 'object', properties, required, additionalProperties: false };
}

/** A page size or offset, which arrives as text in a query. */
export function count(minimum: number, maximum?: number): JsonSchema {
	return { type: 'integer', minimum, ...(maximum === undefined ? {} : { maximum }) };
}
