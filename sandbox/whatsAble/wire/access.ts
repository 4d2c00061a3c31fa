import { forbidden, unauthorized } from './errors';
import type { KeyRecord, Product } from '../records';
import type { WhatsAbleState } from '../state';

/** `raw`: the key and nothing else. `either`: also as a Bearer token. */
export type KeyForm = 'raw' | 'either';

/** The key of an `Authorization` header, or undefined when there is none that is known.
 * The integrations' endpoints look the whole header up as a key, hence know none that begins with `Bearer`.
 * Source: published n8n node and Zapier app; public pages of the developer endpoints. */
export function keyOf(
	state: WhatsAbleState,
	authorization: string | undefined,
	form: KeyForm,
): KeyRecord | undefined {
	const sent = authorization?.trim() ?? '';
	return state.keys.get(form === 'either' ? sent.replace(/^Bearer\s+/i, '') : sent);
}

/** @throws Rejection when the key is unknown, belongs to another product, or its plan has no integrations */
export function authorise(key: KeyRecord | undefined, product: Product): KeyRecord {
	if (!key || key.product !== product) throw unauthorized();
	if (!key.mayIntegrate) throw forbidden();
	return key;
}
