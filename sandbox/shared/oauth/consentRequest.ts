/** The fields of a consent page's address, or of the form on it. */
export type ConsentFields = Readonly<Record<string, unknown>>;

/** What an app asks a person for, after all checks. */
export interface ConsentRequest {
	redirectUri: URL;
	scopes: string[];
	state: string | undefined;
}

/** A request that is not put to the person. It is shown and never sent to the redirect URI, which may be the wrong one. */
export class ConsentError extends Error {
	constructor(
		readonly heading: string,
		message: string,
		readonly statusCode: 400 | 404 = 400,
	) {
		super(message);
	}
}

/** A field that was sent and is not empty. */
export function sentText(fields: ConsentFields, name: string): string | undefined {
	const value = fields[name];
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** @throws ConsentError for anything but the authorization code grant */
export function checkResponseType(fields: ConsentFields): void {
	if (sentText(fields, 'response_type') !== 'code') {
		throw new ConsentError('Wrong response type', 'response_type must be "code".');
	}
}

/** The scopes that are asked for, each once.
 * @param own those that the app is registered with
 * @param refusal the text that others are listed after
 * @throws ConsentError for none, and for one that is not the app's */
export function requestedScopes(fields: ConsentFields, own: readonly string[], refusal: string): string[] {
	const scopes = [...new Set((sentText(fields, 'scope') ?? '').split(/\s+/).filter(Boolean))];
	if (scopes.length === 0) throw new ConsentError('No scopes', 'The app asks for no scope.');
	const foreign = scopes.filter((scope) => !own.includes(scope));
	if (foreign.length > 0) throw new ConsentError('Invalid scopes', `${refusal}: ${foreign.join(', ')}`);
	return scopes;
}
