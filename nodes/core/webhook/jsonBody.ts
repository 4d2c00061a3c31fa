import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../values/objects';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The JSON object in these bytes, or `undefined` when they hold none. The bytes are read, since n8n's own reading of a
 * body depends on the content type.
 */
export function jsonObjectIn(body: Buffer): IDataObject | undefined {
	const text = body.toString('utf8');
	try {
		const value: unknown = JSON.parse(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
