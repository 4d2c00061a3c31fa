/** An answer that refuses a request. Most have status 200, and none has the shape of another part of the API. */
export class Refusal extends Error {
	/** @param body what is sent: an object as JSON, a text as it is */
	constructor(
		readonly body: object | string,
		readonly status = 200,
	) {
		super(typeof body === 'string' ? body : JSON.stringify(body));
	}
}

/** The commonest shape. Source: official API page, deleteProperty. */
export const lowerError = (error: string, status?: number): Refusal => new Refusal({ error }, status);

/** Of updateContact and addCategories. Source: official API page. */
export const upperError = (error: string): Refusal => new Refusal({ Error: error });

/** Of OAuth. Source: official API page; RFC 6749 for what it does not print. */
export const oauthError = (status: number, error: string, description: string): Refusal =>
	new Refusal({ error, error_description: description }, status);

/** Of properties and attached files. Source: official API page, getProperty. */
export const statusError = (message: string): Refusal => new Refusal({ status: 'error', data: { message } });

/** Of custom data. Source: official API page, addClientCustom. */
export const unsuccessful = (message: string): Refusal => new Refusal({ success: false, message });

/** What a call without a usable credential gets. Source: reported from a live check, without its status. */
export const permissionDenied = (status: number): Refusal => new Refusal('permission denied', status);

/** Source of this and the next: official API page; reported from a live check. */
export const tokenExpired = (): Refusal => oauthError(401, 'invalid_grant', 'The token has expired');
export const unknownClient = (): Refusal =>
	oauthError(401, 'invalid_client', 'The OAuth client was not found');

/** No source shows it; the words are those of RFC 6750. */
export const scopeMissing = (status: number, scope: string): Refusal =>
	oauthError(status, 'insufficient_scope', `The request requires the scope ${scope}`);

/** A success that the API wraps into a list. */
export const LISTED_SUCCESS = [{ success: 'true' }];

/** The failure of an operation whose success is `LISTED_SUCCESS`. No source shows it; the shape follows the success,
 * where the flag is a text as well. */
export const listedFailure = (message: string): Refusal => new Refusal([{ success: 'false', message }]);
