import type { IDataObject } from 'n8n-workflow';

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

export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
