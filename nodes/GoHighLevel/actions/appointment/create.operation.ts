import { collection, options } from '../../../core/editor/fields';
import { appointments } from '../../api/records/appointments';
import { calendarLocator, contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { appointmentFieldsOf, bookingOptionsOf } from './appointmentOf';
import { additionalAppointmentFields, bookingOptions, startTime } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create an appointment',
	description:
		'Book an appointment for a contact in a calendar. HighLevel refuses a time that is not free; Get Free Slots tells which times are.',
	requests: [appointments.create],
	fields: [
		calendarLocator,
		contactLocator,
		{ ...startTime, required: true },
		collection('Additional Fields', 'additionalFields', additionalAppointmentFields),
		options(...bookingOptions),
	],
	async execute({ api, params }) {
		const required = { calendarId: params.id('calendarId'), contactId: params.id('contactId') };
		const given = { ...params.collection('additionalFields'), startTime: params.given('startTime') };
		const fields = appointmentFieldsOf(params, given) as { startTime: string };
		return await appointments.create(api, { ...fields, ...bookingOptionsOf(params), ...required });
	},
});
