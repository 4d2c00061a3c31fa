import { offsetDateTimeOf } from '../../../core/values/dates';
import { Failure } from '../../../core/failure';
import type { Params } from '../../../core/operation/params';
import { isEmpty, textOf } from '../../../core/values/texts';
import type { AppointmentFields, BookingOptions } from '../../api/records/appointments';

const TEXTS = [
	'address',
	'appointmentStatus',
	'assignedUserId',
	'calendarId',
	'description',
	'meetingLocationId',
	'meetingLocationType',
	'rrule',
	'title',
] as const;

/** The appointment that the editor's parameters describe; what is empty is left out. */
export function appointmentFieldsOf(params: Params, given: Record<string, unknown>): AppointmentFields {
	const fields: AppointmentFields = {};
	for (const name of TEXTS) {
		if (!isEmpty(given[name])) fields[name] = textOf(given[name], params.label(name));
	}
	for (const name of ['startTime', 'endTime'] as const) {
		if (isEmpty(given[name])) continue;
		fields[name] = offsetDateTimeOf(given[name], params.label(name), params.timezone);
	}
	const override = given.overrideLocationConfig;
	if (!isEmpty(override)) fields.overrideLocationConfig = override === true;
	if (fields.rrule !== undefined) refuseIgnoredRule(params);
	return fields;
}

/** How the appointment is to be booked, by the options that were added. */
export function bookingOptionsOf(params: Params): BookingOptions {
	const given = params.collection('options');
	const booking: BookingOptions = {};
	for (const name of ['ignoreDateRange', 'ignoreFreeSlotValidation', 'toNotify'] as const) {
		if (!isEmpty(given[name])) booking[name] = given[name] === true;
	}
	return booking;
}

/** HighLevel would book a single appointment, and say nothing. */
function refuseIgnoredRule(params: Params): void {
	if (bookingOptionsOf(params).ignoreFreeSlotValidation) return;
	throw new Failure(
		'HighLevel repeats an appointment only where free slots do not matter',
		'Add the option "Ignore Free Slot Validation" and switch it on, or leave "Recurrence Rule" empty.',
		{ field: 'rrule' },
	);
}
