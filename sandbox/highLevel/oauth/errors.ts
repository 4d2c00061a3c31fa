import { ApiError } from '../wire/errors';

/** A refusal of the token endpoint that has a shape of its own. Source: a third party's measurements. */
class TokenError extends ApiError {
	constructor(private readonly description: string) {
		super(401, description);
	}

	override body(): Record<string, unknown> {
		return { error: 'UnAuthorized!', error_description: this.description };
	}
}

export const codeNotFound = (): ApiError => new TokenError('Authorization code not found');
export const wrongClient = (): ApiError => new TokenError('Invalid client credentials!');

/** Source of these four: official v3 specification, examples of the 400 answer. */
export const invalidRefreshToken = (): ApiError =>
	new ApiError(400, 'Invalid grant: refresh token is invalid');
export const locationNotActive = (): ApiError => new ApiError(400, 'Location is not active');
export const missingParameter = (name: string): ApiError => new ApiError(400, `Missing parameter: ${name}`);
export const invalidParameter = (name: string): ApiError => new ApiError(400, `Invalid parameter: ${name}`);

/** No source tells how this is refused. */
export const notInstalled = (id: string): ApiError =>
	new ApiError(400, `The app is not installed on location ${id}`, { error: 'Bad Request' });

/** The envelope that only GET /oauth/installed-locations answers with. Source: official v3 specification. */
export class AipError extends ApiError {
	constructor(
		statusCode: 400 | 404,
		message: string,
		private readonly rest: { details: Record<string, unknown>; resolution: string },
	) {
		super(statusCode, message);
	}

	override body(): Record<string, unknown> {
		const code = this.statusCode === 404 ? 'RESOURCE_NOT_FOUND' : 'INVALID_ARGUMENT';
		return { error: { code, message: this.message, ...this.rest } };
	}

	override readonly traced: boolean = false;
}
