import type { ErrorObject } from 'ajv';
import type { FastifyReply } from 'fastify';
import { ApiError } from '../wire/errors';
import { validationError } from '../wire/validation';

/** What is wrong with one field of a form, and what to do about it. */
interface FieldRefusal {
	field: string;
	text: string;
}

/** Tells a person, not a program, why nothing was saved: `fields` by the names of the API, and `message` for all that
 * belongs to no field. */
export function answerRefusal(thrown: unknown, reply: FastifyReply): FastifyReply {
	const error = thrown as Error & { validation?: ErrorObject[]; statusCode?: number };
	if (error.validation) return refuse(reply, 422, error.validation.map(ofSchema));
	if (error instanceof ApiError) return refuse(reply, error.statusCode, ofApi(error), error.message);
	throw error;
}

function refuse(reply: FastifyReply, statusCode: number, fields: FieldRefusal[], text?: string) {
	const message =
		fields.length > 0 ? 'Nothing was saved. Correct what is marked.' : `Nothing was saved: ${text}`;
	return reply.code(statusCode).send({ statusCode, message, fields });
}

/** What a value that does not fit its format is not, and what would fit. */
const FORMATS = new Map([
	['email', 'This is not an email address. Enter one such as name@example.com.'],
	['calendar-date', 'This is not a date. Enter one such as 2026-12-31.'],
	['instant', 'This is not a date with a time. Choose both.'],
]);
const EMPTY = 'This is empty. Fill it in.';

function ofSchema(error: ErrorObject): FieldRefusal {
	const { keyword, params, instancePath } = error;
	const field = String(
		params['missingProperty'] ?? params['additionalProperty'] ?? instancePath.split('/')[1] ?? '',
	);
	return { field, text: textOf(keyword, params) ?? `HighLevel says: ${validationError([error]).message}.` };
}

function textOf(keyword: string, params: ErrorObject['params']): string | undefined {
	switch (keyword) {
		case 'required':
		case 'minLength':
			return EMPTY;
		case 'format':
			return FORMATS.get(String(params['format']));
		case 'enum':
			return `Choose one of these: ${(params['allowedValues'] as string[]).join(', ')}.`;
		case 'additionalProperties':
			return 'HighLevel does not take this field here. Leave it empty.';
		case 'type':
			return params['type'] === 'number' ? 'This is not a number. Enter it in digits.' : undefined;
		default:
			return undefined;
	}
}

/** The API's refusals that are about one field, by how their text begins. */
const REFUSALS: ReadonlyArray<{ begins: string; field: string; text: string }> = [
	{
		begins: 'phone must be a valid phone number',
		field: 'phone',
		text: 'This is not a phone number. Enter it with its country code, such as +1 212 555 0123.',
	},
	{
		begins: 'Contact with id',
		field: 'contactId',
		text: 'This contact no longer exists. Choose another one.',
	},
	{
		begins: 'Can not create duplicate opportunity',
		field: 'pipelineId',
		text: 'The contact has an opportunity in this pipeline already. Edit that one, or choose another pipeline.',
	},
	{
		begins: 'Pipeline stage with id',
		field: 'pipelineStageId',
		text: 'This pipeline has no such stage. Choose another one.',
	},
	{ begins: 'Pipeline with id', field: 'pipelineId', text: 'There is no such pipeline. Choose one.' },
	{ begins: 'Lost reason with id', field: 'lostReasonId', text: 'There is no such reason. Choose one.' },
	{ begins: 'Calendar with id', field: 'calendarId', text: 'There is no such calendar. Choose one.' },
	{
		begins: 'endTime must be after startTime',
		field: 'endTime',
		text: 'This is not after the start. Choose a later time.',
	},
	{
		begins: 'The user id not part of calendar team',
		field: 'assignedUserId',
		text: 'This user is not in the team of the calendar. Choose someone else, or another calendar.',
	},
	{
		begins: 'A team member needs to be selected',
		field: 'assignedUserId',
		text: 'Several users share this calendar. Choose who has the appointment.',
	},
];

function ofApi(error: ApiError): FieldRefusal[] {
	const duplicate = error.extra['meta'] as { matchingField?: string; contactName?: string } | undefined;
	if (duplicate?.matchingField) {
		const { matchingField: field, contactName } = duplicate;
		const text = `${contactName || 'Another contact'} has this ${field} already. Edit that contact, or turn on "Allow duplicate contacts" in the settings.`;
		return [{ field, text }];
	}
	return REFUSALS.filter(({ begins }) => error.message.startsWith(begins)).map(({ field, text }) => ({
		field,
		text,
	}));
}
