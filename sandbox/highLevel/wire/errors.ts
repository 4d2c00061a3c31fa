/** An answer that refuses a request. */
export class ApiError extends Error {
	constructor(
		readonly statusCode: number,
		message: string | string[],
		/** Further keys of the body. */
		readonly extra: Record<string, unknown> = {},
	) {
		super(Array.isArray(message) ? message.join('; ') : message);
		this.answerMessage = message;
	}

	private readonly answerMessage: string | string[];

	/** Whether the body also carries the `traceId`. */
	readonly traced: boolean = true;

	body(): Record<string, unknown> {
		return { statusCode: this.statusCode, message: this.answerMessage, ...this.extra };
	}
}

export const badRequest = (message: string): ApiError => new ApiError(400, message, { error: 'Bad Request' });

/** Unknown records answer 400, not 404; source: responses reported by public clients. */
export const contactNotFound = (id: string): ApiError => badRequest(`Contact with id ${id} not found`);

/** No source shows the texts for records other than contacts; they follow the one for contacts. */
export const notFound = (kind: string, id: string): ApiError => badRequest(`${kind} with id ${id} not found`);

export const unprocessable = (messages: string[]): ApiError =>
	new ApiError(422, messages, { error: 'Unprocessable Entity' });

export const invalidToken = (): ApiError => new ApiError(401, 'Invalid JWT');

/** A missing scope is a 401; a client that refreshes its token on every 401 would loop. */
export const scopeMissing = (): ApiError => new ApiError(401, 'The token is not authorized for this scope.');

export const userTypeMismatch = (): ApiError => new ApiError(401, "Token's user type mismatch!");

/** For OAuth tokens of an agency; the source does not tell the status. */
export const authClassRefused = (): ApiError =>
	new ApiError(
		401,
		'This authClass type is not allowed to access this scope. Please verify your IAM configuration if this is not the case.',
	);

export const wrongLocation = (): ApiError =>
	new ApiError(403, 'The token does not have access to this location.');

export const versionMissing = (): ApiError => new ApiError(401, 'version header was not found.');

export const versionUnknown = (version: string): ApiError =>
	badRequest(`Invalid API version segment '${version}' at position 0`);

export const duplicateContact = (contactId: string, contactName: string, matchingField: string): ApiError =>
	new ApiError(400, 'This location does not allow duplicated contacts.', {
		meta: { contactId, contactName, matchingField },
	});

export const tooManyRequests = (refusedBy: 'window' | 'day'): ApiError =>
	new ApiError(429, refusedBy === 'day' ? 'Daily request limit reached' : 'Too many requests');

/** Source: the refusal that public clients report for a time that is taken or not offered. */
export const slotTaken = (): ApiError => badRequest('The slot you have selected is no longer available.');

/** For an assigned user who is not in the calendar's team. Status and text as public clients report them. */
export const notOnTeam = (): ApiError =>
	new ApiError(422, 'The user id not part of calendar team.', { error: 'Unprocessable Entity' });

/** For an appointment that looks for no free slot, hence for nobody who has one. Status and text as public clients
 * report them. */
export const teamMemberMissing = (): ApiError =>
	new ApiError(422, 'A team member needs to be selected. assignedUserId is missing', {
		error: 'Unprocessable Entity',
	});
