import type { INodeProperties } from 'n8n-workflow';

import { dayOf } from '../../../core/values/dates';
import { Failure } from '../../../core/failure';
import { collection } from '../../../core/editor/fields';
import { required } from '../../../core/editor/locator';
import type { Params } from '../../../core/operation/params';
import { isEmpty } from '../../../core/values/texts';
import { eventOf } from '../../api/reading/records';
import { ARIZONA, momentIn } from '../../api/dates';
import { createEvent } from '../../api/records/calendar';
import { operation } from '../operation';
import { text } from '../optionalFields';
import { recordOptions, outputOf } from '../output';
import { moment } from './fields';

const allDay: INodeProperties = {
	displayName: 'All Day',
	name: 'allDay',
	type: 'boolean',
	default: false,
	description: 'Whether the event takes the whole day; times of day are left out',
};

export const create = operation({
	name: 'Create',
	action: 'Create a calendar event',
	description: 'Add an event to the calendar',
	requests: [createEvent],
	fields: [
		required(text('Event Name', 'eventName', 'What the event is about', 'e.g. Viewing at E Shea Blvd')),
		required(moment('Start', 'start', 'When the event begins')),
		collection('Additional Fields', 'additionalFields', [
			allDay,
			moment('End', 'end', 'When the event ends'),
		]),
		recordOptions(),
	],
	async execute({ api, params }) {
		const { allDay: isAllDay, end } = params.collection('additionalFields');
		const at = (value: unknown, label: string) => timeOf(params, value, label, isAllDay === true);
		const event = {
			eventName: params.filled('eventName'),
			start: at(params.given('start'), 'Start'),
			...(isEmpty(end) ? {} : { end: at(end, 'End') }),
			isAllDay: isAllDay === true,
		};
		if (event.end && event.end < event.start) {
			throw new Failure('"End" lies before "Start"', 'Nothing was sent for this item.', { field: 'end' });
		}
		return outputOf(params, await createEvent(api, event), eventOf);
	},
});

/** A day as it is written, or a time in Arizona. */
function timeOf(params: Params, value: unknown, label: string, isDay: boolean) {
	return isDay
		? momentIn(ARIZONA, dayOf(value, label), label, ARIZONA)
		: momentIn(ARIZONA, value, label, params.timezone);
}
