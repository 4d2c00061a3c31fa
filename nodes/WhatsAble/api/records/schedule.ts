import { DateTime, IANAZone } from 'luxon';

import { dateTimeOf } from '../../../core/values/dates';
import { Failure } from '../../../core/failure';

/** When and on which conditions a message is sent, in WhatsAble's own fields. */
export type Schedule = {
	is_schedule: true;
	/** The reply condition: `never`, `never-replied`, `20m`, … */
	condition_one?: string;
	/** The contact must have one of the labels (`include`), or none of them (`not`). */
	condition_two?: { c: 'include' | 'not'; v: string[] };
} & (
	| {
			schedule_type: 'relative';
			unit_of_time_name: 'days' | 'hours' | 'min';
			unit_of_time_value: number;
	  }
	| {
			schedule_type: 'specific';
			/** IANA name. */
			time_zone: string;
			/** The clock on the wall there: `2026-03-31T14:30:00Z`. The Z says nothing, but WhatsAble wants it. */
			schedule_datetime_date: string;
	  }
);

/**
 * A moment as WhatsAble takes it: the clock on the wall of a zone, beside the zone's name. Throws a `Failure` when it is
 * no date or in the past, or when there is no such zone.
 * Source: WhatsAble's n8n package.
 *
 * @param zone IANA name; a date without an offset is a time there
 */
export function atMoment(
	given: unknown,
	label: string,
	zone: string,
): Extract<Schedule, { schedule_type: 'specific' }> {
	if (!IANAZone.isValidZone(zone)) {
		throw new Failure(`There is no time zone "${zone.slice(0, 40)}"`, 'Write it like Europe/Berlin.', {
			field: 'timeZone',
		});
	}
	const at = DateTime.fromISO(dateTimeOf(given, label, zone), { zone });
	if (at.toMillis() <= Date.now()) {
		throw new Failure(
			`"${label}" is in the past: ${at.toFormat('yyyy-MM-dd HH:mm')} in ${zone}`,
			'Choose a time that is still to come, or send the message at once with another operation.',
			{ field: label },
		);
	}
	return {
		is_schedule: true,
		schedule_type: 'specific',
		time_zone: zone,
		schedule_datetime_date: at.toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'"),
	};
}
