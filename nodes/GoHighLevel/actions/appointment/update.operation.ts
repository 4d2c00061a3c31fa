import { collection, options } from '../../../core/editor/fields';
import { appointments } from '../../api/records/appointments';
import { anyCalendarLocator, appointmentLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { someFields } from '../../../core/operation/requireSomeFields';
import { appointmentFieldsOf, bookingOptionsOf } from './appointmentOf';
import { additionalAppointmentFields, bookingOptions, startTime } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update an appointment',
	description: 'Change, move or cancel an appointment; fields that are not given stay as they are',
	requests: [appointments.change],
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
		return await appointments.change(api, { ...fields, ...bookingOptionsOf(params), appointmentId });
	},
});
