import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { dateTimeOf } from '../../../core/values/dates';
import type { Params } from '../../../core/operation/params';
import { isEmpty } from '../../../core/values/texts';

export const eventStartTime: INodeProperties = {
	displayName: 'Event Start Time',
	name: 'eventStartTime',
	type: 'dateTime',
	default: '',
	description: 'For workflows that wait for an event, such as an appointment: when it begins',
};

/** The body of both workflow calls: empty, or with the time of the event, which HighLevel wants with an offset. */
export function eventStartTimeOf(params: Params): IDataObject {
	const { eventStartTime: time } = params.collection('options');
	if (isEmpty(time)) return {};
	return {
		eventStartTime: dateTimeOf(time, 'Event Start Time', params.timezone).replace(/\.\d{3}Z$/, '+00:00'),
	};
}
