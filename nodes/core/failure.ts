/** What else is known about a failure; goes to the error output beside the text. Never holds secrets or a whole record. */
export interface FailureDetails {
	/** HTTP status of the last answer, where there was one. */
	httpCode?: number;
	/** The id under which the service's support finds the request. */
	traceId?: string;
	/** The parameter or API field that was refused. */
	field?: string;
	/** True when the request was sent and its answer was lost, so that it may have been carried out. */
	mayHaveHappened?: boolean;
	[key: string]: string | number | boolean | string[] | undefined;
}

/**
 * Something that an operator has to know: `message` says what was refused, `remedy` what to do next.
 * The item loop adds which item it was and turns it into one of n8n's own errors.
 */
export class Failure extends Error {
	override readonly name = 'Failure';

	constructor(
		message: string,
		readonly remedy?: string,
		readonly details: FailureDetails = {},
	) {
		super(message);
	}
}

/** Errors of the language itself: a value was other than the code expects, or a text is no JSON. */
const OF_THE_LANGUAGE = new Set(['TypeError', 'RangeError', 'SyntaxError']);

/** What an operator reads of an error of the language itself; `undefined` for any other error. */
export function unknownShape(error: unknown): Failure | undefined {
	const { name = '', message = '' } = (error ?? {}) as Partial<Error>;
	if (!OF_THE_LANGUAGE.has(name)) return undefined;
	return new Failure(
		'The response has a shape that this node does not know',
		'If the operation writes, look in the service whether it was done before you run this item again. Report this with the details.',
		{ reason: message, mayHaveHappened: true },
	);
}

/** What went wrong, and what to do about it, in one text. */
export function failureText(error: unknown): string {
	const known = unknownShape(error) ?? error;
	const { message, remedy } = known as Partial<Failure>;
	const told = message ?? 'Unknown error';
	// A text of the service's own may end with a full stop.
	return known instanceof Failure && remedy ? `${told.replace(/\.$/, '')}. ${remedy}` : told;
}

/** The execution was cancelled while an item was waiting or being sent. */
export class Cancelled extends Error {
	override readonly name = 'Cancelled';

	constructor() {
		super('The execution was cancelled');
	}
}

/**
 * n8n's own errors (an expression that fails, a missing credential) keep their text. Errors of the language itself mean
 * nothing to an operator: their text stands in `details.reason`.
 */
export function asFailure(error: unknown): Failure {
	if (error instanceof Failure) return error;
	if (error instanceof Cancelled) return new Failure(error.message);
	const unknown = unknownShape(error);
	if (unknown) return unknown;
	const { message, description } = error as { message?: string; description?: string | null };
	return new Failure(message ?? 'Unknown error', description ?? undefined);
}
