/** Codes of the documented failures. Source: public pages on template messages, other messages and errors. */
export type FailureCode =
	| 'invalid_request'
	| 'missing_required_field'
	| 'invalid_template'
	| 'template_not_found'
	| 'not_found'
	| 'invalid_variables'
	| 'invalid_phone_number'
	| 'invalid_media_url'
	| 'file_too_large'
	| 'unauthorized'
	| 'forbidden'
	| 'rate_limit_exceeded'
	| 'server_error';

/** Statuses as the public pages give them; the pages name no code for 403 and 429. */
const STATUS: Record<FailureCode, number> = {
	invalid_request: 400,
	missing_required_field: 400,
	invalid_template: 400,
	invalid_variables: 400,
	unauthorized: 401,
	forbidden: 403,
	template_not_found: 404,
	not_found: 404,
	file_too_large: 413,
	invalid_phone_number: 422,
	invalid_media_url: 422,
	rate_limit_exceeded: 429,
	server_error: 500,
};

/** Why a request is refused, before it is known in which of the shapes that is told. */
export class Rejection extends Error {
	readonly status: number;

	constructor(
		readonly code: FailureCode,
		message: string,
		/**
		 * `whatsApp`: refused by WhatsApp itself, which is answered with `success: false` and, by default, status 200.
		 * `input`: a parameter is missing or of a wrong kind, which the integrations' endpoints answer in Xano's shape.
		 */
		readonly by: 'whatsApp' | 'input' | 'account' = 'account',
		/** The parameter in question. */
		readonly param?: string,
	) {
		super(message);
		this.status = STATUS[code];
	}
}

export const missing = (param: string): Rejection =>
	new Rejection('missing_required_field', `Missing param: ${param}`, 'input', param);

export const wrongInput = (param: string, wanted: string): Rejection =>
	new Rejection('invalid_request', `Input is not valid: ${param} must be ${wanted}`, 'input', param);

export const unauthorized = (): Rejection => new Rejection('unauthorized', 'Invalid API key provided');

export const forbidden = (message = "Your account doesn't have permission to use this feature."): Rejection =>
	new Rejection('forbidden', message);

export const tooManyRequests = (): Rejection =>
	new Rejection('rate_limit_exceeded', 'Too many requests. Please try again later.');

/** A record that does not exist, where Xano itself says so. */
export class NotFound extends Error {
	constructor(message = 'Unable to locate request.') {
		super(message);
	}
}
