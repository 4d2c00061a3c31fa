import { collection, options } from '../../../core/editor/fields';
import { putAppointment } from '../../api/records/appointments';
import { anyCalendarLocator, appointmentLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { someFields } from '../../../core/operation/requireSomeFields';
import { appointmentFieldsOf, bookingOptionsOf } from './appointmentOf';
import { additionalAppointmentFields, bookingOptions, startTime } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update an appointment',
	description: 'Change, move or cancel an appointment; fields that are not given stay as they are',
	scopes: ['calendars/events.write', 'calendars/events.readonly'],
	fields: [
		appointmentLocator,
		collection('Update Fields', 'updateFields', [
			...additionalAppointmentFields,
			{ ...anyCalendarLocator, description: 'The calendar to move the appointment to' },
			startTime,
		]),
		options(...bookingOptions),
	],
	async execute({ api, params }) {
		const appointmentId = params.id('appointmentId');
		const fields = someFields(appointmentFieldsOf(params, params.collection('updateFields')));
		return await putAppointment(api, appointmentId, { ...fields, ...bookingOptionsOf(params) });
	},
});
