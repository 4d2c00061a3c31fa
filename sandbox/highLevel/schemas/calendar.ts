import type { ApiVersion } from '../wire/versions';
import type { JsonSchema } from '../../shared/jsonSchema';
import { closedObject, filledText, flag, text, texts } from '../../shared/jsonSchema';

const instant: JsonSchema = {
	type: 'string',
	format: 'instant',
	refusal: 'must be a valid ISO 8601 date string',
};
/** A date beyond these is none in JavaScript. */
const epochMs: JsonSchema = { type: 'number', minimum: 0, maximum: 8.64e15 };
/** The specification has these as text. */
const epochMsText: JsonSchema = {
	type: 'string',
	pattern: '^\\d{1,15}$',
	refusal: 'must be a number string',
};

export const calendarsQuery = closedObject({ locationId: text, groupId: text, showDrafted: flag });

export const freeSlotsQuery = closedObject(
	{
		startDate: epochMs,
		endDate: epochMs,
		timezone: { type: 'string', format: 'time-zone', refusal: 'must be a valid IANA time-zone' },
		userId: text,
		userIds: texts,
	},
	['startDate', 'endDate'],
);

export const calendarEventsQuery = closedObject(
	{
		locationId: text,
		userId: text,
		calendarId: text,
		groupId: text,
		startTime: epochMsText,
		endTime: epochMsText,
	},
	['startTime', 'endTime'],
);

const choice = (values: readonly string[]): JsonSchema => ({
	type: 'string',
	enum: values,
	refusal: 'must be a valid enum value',
});

const STATUSES = ['new', 'confirmed', 'cancelled', 'showed', 'noshow', 'invalid'];
const STATUSES_OF: Record<ApiVersion, readonly string[]> = {
	dated: STATUSES,
	v3: [...STATUSES, 'completed', 'active'],
};

/** `meetingLocationId` and `overrideLocationConfig` do nothing: no calendar here has places to meet at. Nor does
 * `toNotify`: it is about automations, and none run here. */
function appointmentFields(version: ApiVersion): Record<string, JsonSchema> {
	return {
		title: text,
		meetingLocationType: choice(['custom', 'zoom', 'gmeet', 'phone', 'address', 'ms_teams', 'google']),
		meetingLocationId: text,
		overrideLocationConfig: flag,
		appointmentStatus: choice(STATUSES_OF[version]),
		assignedUserId: text,
		description: text,
		address: text,
		ignoreDateRange: flag,
		toNotify: flag,
		ignoreFreeSlotValidation: flag,
		rrule: text,
		calendarId: filledText,
		startTime: instant,
		endTime: instant,
	};
}

function createAppointment(version: ApiVersion): JsonSchema {
	const fields = { ...appointmentFields(version), locationId: filledText, contactId: filledText };
	return closedObject(fields, ['calendarId', 'locationId', 'contactId', 'startTime']);
}

export const createAppointmentBody: Record<ApiVersion, JsonSchema> = {
	dated: createAppointment('dated'),
	v3: createAppointment('v3'),
};

export const updateAppointmentBody: Record<ApiVersion, JsonSchema> = {
	dated: closedObject(appointmentFields('dated')),
	v3: closedObject(appointmentFields('v3')),
};

export const deleteEventBody = closedObject({});
