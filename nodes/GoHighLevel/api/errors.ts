import type { FailureDetails } from '../../core/failure';
import { Failure } from '../../core/failure';
import type { Answer } from '../../core/sending/http';
import { isEmpty } from '../../core/values/texts';
import type { Access } from './access/access';
import type { OtherRecord } from './answers';
import { isObject } from '../../core/values/objects';
import type { Sent } from './validation';
import { complaintsIn, explained } from './validation';

/** Whom an error is explained to: which location, which scopes the operation needs, and what was sent. */
export interface ErrorContext {
	access: Access;
	scopes: string[];
	sent?: Sent;
}

/** The text of an error answer, whichever shape HighLevel gives it. */
export function errorText(body: unknown): string {
	return errorTexts(body).join('; ');
}

/**
 * The reasons in an error answer: a text, an object that holds them under one of these names (each a text, an object or
 * a list of these), or such objects in a list. `constraints` and `children` are of class-validator.
 */
function errorTexts(body: unknown): string[] {
	if (typeof body === 'string') return body.trimStart().startsWith('<') ? [] : textsIn(body.slice(0, 300));
	return [...new Set(reasonsIn(body))];
}

function reasonsIn(value: unknown, property = ''): string[] {
	if (typeof value === 'string' || typeof value === 'number') return textsIn(String(value));
	if (Array.isArray(value)) return value.flatMap((part) => reasonsIn(part, property));
	if (!isObject(value)) return [];
	const validation = validationIn(value, property);
	if (validation.length > 0) return validation;
	const { message, error, error_description: description, detail, errors, code } = value;
	const nested = isObject(error) || Array.isArray(error) ? error : undefined;
	const first = [message, nested, description, detail].map((part) => reasonsIn(part));
	const told = first.find((reasons) => reasons.length > 0) ?? [];
	const all = [...told, ...fieldReasonsIn(errors)];
	const others = [error, code].map((part) => reasonsIn(part));
	return all.length > 0 ? all : (others.find((reasons) => reasons.length > 0) ?? []);
}

/** What class-validator complains about, with the way to the property before it, as HighLevel writes it. */
function validationIn({ property, constraints, children }: Record<string, unknown>, way: string): string[] {
	const own = isObject(constraints) ? Object.values(constraints).flatMap((part) => reasonsIn(part)) : [];
	const further = typeof property === 'string' ? `${way}${property}.` : way;
	const nested = Array.isArray(children) ? children.filter(isObject) : [];
	return [
		...own.map((reason) => `${way}${reason}`),
		...nested.flatMap((child) => validationIn(child, further)),
	];
}

/** The reasons of a list of errors, or of an object that has them by the field. */
function fieldReasonsIn(errors: unknown): string[] {
	const reasons = reasonsIn(errors);
	if (reasons.length > 0 || !isObject(errors)) return reasons;
	return Object.entries(errors).flatMap(([field, part]) =>
		reasonsIn(part).map((reason) => (reason.startsWith(field) ? reason : `${field}: ${reason}`)),
	);
}

/** Nothing where a program wrote that it has none. */
function textsIn(text: string): string[] {
	const isNone = isEmpty(text) || /^\s*(null|undefined|NaN|\[object Object\])\s*$/.test(text);
	return isNone ? [] : [text];
}

/** HighLevel answers 400, not 404, for a contact that is not there. */
export function isNotFound({ status, body }: Answer): boolean {
	return status === 404 || (status === 400 && /not found/i.test(errorText(body)));
}

/** For reads of a record that may be gone; throws any other error. */
export function undefinedWhenGone(error: unknown): undefined {
	if (!(error instanceof Failure)) throw error;
	const { message, details } = error;
	const answer: Answer = { kind: 'answer', status: details.httpCode ?? 0, headers: {}, body: { message } };
	if (!isNotFound(answer)) throw error;
}

/** For reads that make work easier but are not needed: a token without their scope works all the same. */
export function undefinedWhenRefused(error: unknown): undefined {
	refusalIn(error);
}

/** The token is good, and may not do this: it lacks a scope. */
export class ScopeRefused extends Failure {}

/** The token is not accepted, whatever it is used for, and no other one is given for it. */
export class TokenRefused extends Failure {}

/** The failure when the token may not read this; throws any other error. */
export function refusalIn(error: unknown): Failure {
	if (error instanceof Failure && [401, 403].includes(error.details.httpCode ?? 0)) return error;
	throw error;
}

/** The contact that a create was refused for, or `undefined` when the refusal has another reason. */
export function duplicateOf({
	status,
	body,
}: Answer): { contactId: string; matchingField?: string } | undefined {
	const meta = isObject(body) && isObject(body.meta) ? body.meta : {};
	const { contactId, matchingField } = meta;
	if (status !== 400 || typeof contactId !== 'string' || isEmpty(contactId)) return undefined;
	return { contactId, matchingField: typeof matchingField === 'string' ? matchingField : undefined };
}

/** The opportunity that a create or a move was refused for. Source: refusals as public clients report them. */
function existingOpportunityOf({ body }: Answer): { opportunityId?: string } | undefined {
	if (!isObject(body) || body.code !== 'OPPORTUNITY_NO_DUPLICATE') return undefined;
	const { existingId } = isObject(body.meta) ? body.meta : {};
	return typeof existingId === 'string' && !isEmpty(existingId) ? { opportunityId: existingId } : {};
}

/**
 * For an answer with another record than the one that was asked for.
 *
 * @param mayHaveHappened whether a change was asked for, which may have been made all the same
 */
export function otherRecord({ returned, wanted, details }: OtherRecord, mayHaveHappened: boolean): Failure {
	const remedy = mayHaveHappened
		? `Whether the change was made is not known: look at ${wanted} in HighLevel before you run this item again.`
		: 'Check the ID: the record may have been merged into another one. If it stays like this, report it to HighLevel.';
	return new Failure(`HighLevel returned ${returned}, but ${wanted} was asked for`, remedy, {
		...details,
		...(mayHaveHappened ? { mayHaveHappened } : {}),
	});
}

/** Turns an answer of status 400 or above into what the operator has to know. Contains no token and no record. */
export function failureOf(answer: Answer, context: ErrorContext): Failure {
	const { status, body } = answer;
	const text = errorText(body);
	const details: FailureDetails = { httpCode: status, traceId: traceIdOf(body) };
	const needed =
		context.scopes.length > 0
			? `this operation needs the scopes ${context.scopes.join(', ')}`
			: "HighLevel's documentation of the endpoint names the scope that it needs";

	const duplicate = duplicateOf(answer);
	if (duplicate) {
		const by = duplicate.matchingField ? ` with this ${duplicate.matchingField}` : '';
		return new Failure(
			`A contact${by} already exists: ${duplicate.contactId}`,
			'Use "Create or Update" to write to the existing contact, or "Update" with its id.',
			{ ...details, ...duplicate },
		);
	}
	const existing = existingOpportunityOf(answer);
	if (existing) {
		const which = existing.opportunityId === undefined ? '' : `: ${existing.opportunityId}`;
		return new Failure(
			`The contact already has an opportunity in this pipeline${which}`,
			'Use "Create or Update" or "Update" to write to that one, or allow duplicate opportunities in the settings of the sub-account.',
			{ ...details, field: 'pipelineId', ...existing },
		);
	}
	if (status === 401 && /authclass|user type/i.test(text)) {
		return new TokenRefused(
			`HighLevel refused the token: ${text}`,
			'It belongs to an agency, and this needs one of a location. Make the private integration in the sub-account, or connect the app from there.',
			details,
		);
	}
	if (status === 401 && /scope/i.test(text)) {
		const missing = missingScopes(context);
		return new ScopeRefused(
			`HighLevel refused the token for this operation: ${text}`,
			missing.length > 0
				? `The connection lacks the scope ${missing.join(', ')}. Add it to the app in HighLevel and under Access in the credential, and connect again.`
				: `${sentence(needed)}. Add what is missing to the private integration ` +
						'(HighLevel: Settings > Private Integrations).',
			{ ...details, scopes: missing.length > 0 ? missing : context.scopes },
		);
	}
	if (status === 401) {
		return new TokenRefused(
			`HighLevel does not accept the token: ${text || 'unauthorized'}`,
			'Check the credential: the token may be mistyped, deleted or rotated, or belong to an agency instead of ' +
				`this location. And ${needed}.`,
			{ ...details, scopes: context.scopes },
		);
	}
	if (status === 403) {
		return new Failure(
			`HighLevel refused access: ${text || 'forbidden'}`,
			`The token, the location ${context.access.locationId} and the chosen record must belong together. ` +
				'Check the Location ID in the credential, or the location in the node.',
			details,
		);
	}
	if (isNotFound(answer)) {
		return new Failure(
			text || 'HighLevel does not know this record',
			'Check the id: it may be deleted or belong to another location.',
			details,
		);
	}
	if (status === 422 || status === 400) {
		const complaints = errorTexts(body)
			.flatMap(complaintsIn)
			.map((one) => explained(one, context.sent ?? {}));
		const remedies = new Set(complaints.map(({ remedy }) => remedy).filter((one) => one !== undefined));
		return new Failure(
			`HighLevel refused the data: ${complaints.map((one) => one.text).join('; ') || 'no reason given'}`,
			remedyOf(text) ?? ([...remedies].join(' ') || 'Correct the field that is named, or leave it empty.'),
			{ ...details, field: fieldIn(body) },
		);
	}
	return new Failure(`HighLevel answered with status ${status}: ${text || 'no text'}`, undefined, details);
}

function sentence(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Refusals of which the text names no field, and what to do about them. */
const REMEDIES: Array<[text: RegExp, remedy: string]> = [
	[
		/slot .*no longer available/i,
		'Choose a time that Get Free Slots puts out, or add the option "Ignore Free Slot Validation" to book in spite of it.',
	],
	[
		/DND is active|has unsubscribed/i,
		'HighLevel itself sends no message to a contact who has Do Not Disturb on, or has unsubscribed. The contact can take it back, or a user in HighLevel.',
	],
	[
		/missing phone number/i,
		'The contact has no phone number. Add one to the contact, or choose another channel. Nothing was sent.',
	],
	[
		/contact's e-?mail is invalid/i,
		'The contact has no email address that HighLevel can use. Correct it, or choose another channel. Nothing was sent.',
	],
	[/team member needs to be selected/i, 'Name a user of the calendar\'s team under "Assigned User".'],
	[
		/not part of calendar team/i,
		'Name a user of the calendar\'s team under "Assigned User", or leave it empty.',
	],
];

function remedyOf(text: string): string | undefined {
	return REMEDIES.find(([pattern]) => pattern.test(text))?.[1];
}

/** Scopes that the operation needs and the connection was not given; none where that cannot be known. */
function missingScopes({ access, scopes }: ErrorContext): string[] {
	const granted = access.grantedScopes;
	return granted ? scopes.filter((scope) => !granted.includes(scope)) : [];
}

/** Validation messages begin with the property's name: "email must be an email", "property x should not exist". */
function fieldIn(body: unknown): string | undefined {
	const match = /^(?:property )?([\w.]+) (?:must|should|is)\b/.exec(errorTexts(body)[0] ?? '');
	return match?.[1];
}

/** The id under which HighLevel's support finds the request. */
export function traceIdOf(body: unknown): string | undefined {
	const { traceId } = (body ?? {}) as { traceId?: unknown };
	return typeof traceId === 'string' ? traceId : undefined;
}
