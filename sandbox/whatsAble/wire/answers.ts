import type { FailureCode, NotFound, Rejection } from './errors';

/**
 * How an endpoint tells a refusal:
 * - `integration`: the endpoints of n8n, Zapier and Make speak Xano's language for what Xano refuses, and
 *   `success: false` for the rest.
 * - `registration`: like `integration`, and a wrong key is a `success: false` with 200. Source: the published n8n
 *   node, whose credential test looks for that.
 * - `notifier`: every refusal is Xano's "access denied" with the reason as its text. Source: the same node.
 * - `developer`: the documented endpoints.
 * - `dashboard`: the other host, dashboard.whatsable.app.
 */
export type Family = 'integration' | 'registration' | 'notifier' | 'developer' | 'dashboard';

export interface Answer {
	status: number;
	body: object;
}

const XANO_CODES: Partial<Record<FailureCode, string>> = {
	unauthorized: 'ERROR_CODE_ACCESS_DENIED',
	forbidden: 'ERROR_CODE_ACCESS_DENIED',
	not_found: 'ERROR_CODE_NOT_FOUND',
	rate_limit_exceeded: 'ERROR_CODE_TOO_MANY_REQUESTS',
	server_error: 'ERROR_CODE_FATAL',
};

/** Xano's own error. A missing param is its `payload`. */
export function xanoError(status: number, code: string, message: string, payload: unknown = ''): Answer {
	return { status, body: { code, message, payload } };
}

/** @param whatsAppStatus whether what WhatsApp refuses is answered with 200 or with the documented status */
export function refusalAnswer(family: Family, error: Rejection, whatsAppStatus: 'ok' | 'documented'): Answer {
	const status = error.by === 'whatsApp' && whatsAppStatus === 'ok' ? 200 : error.status;
	if (family === 'developer') return { status, body: failureBody(error) };
	if (family === 'dashboard') {
		return { status, body: { success: false, message: error.message, details: error.code } };
	}
	if (family === 'registration' && error.code === 'unauthorized') {
		return { status: 200, body: { success: false, message: error.message } };
	}
	const xanoCode = XANO_CODES[error.code];
	// Xano answers a key that its function looks up in vain as forbidden, not as unauthorized.
	if (xanoCode) return xanoError(error.status === 401 ? 403 : error.status, xanoCode, error.message);
	if (error.by === 'input') {
		return xanoError(400, 'ERROR_CODE_INPUT_ERROR', error.message, { param: error.param });
	}
	if (family === 'notifier') return xanoError(403, 'ERROR_CODE_ACCESS_DENIED', error.message);
	return { status, body: failureBody(error) };
}

export function notFoundAnswer(error: NotFound): Answer {
	return xanoError(404, 'ERROR_CODE_NOT_FOUND', error.message);
}

function failureBody({ code, message }: Rejection): object {
	return { success: false, error: { code, message } };
}
