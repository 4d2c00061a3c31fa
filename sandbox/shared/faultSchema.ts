import type { JsonSchema } from './jsonSchema';
import { closedObject, count, text } from './jsonSchema';

/** Of the body with which a fault is switched on.
 * @param further what a service's faults have beside the common fields, or in place of them */
export function faultSchema(
	kinds: readonly string[],
	further: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema {
	return closedObject(
		{
			kind: { type: 'string', enum: kinds },
			method: text,
			path: text,
			probability: { type: 'number', minimum: 0, maximum: 1 },
			times: count(1),
			status: { type: 'integer', minimum: 400, maximum: 599 },
			delayMs: count(0),
			retryAfterSeconds: count(0),
			...further,
		},
		['kind'],
	);
}
