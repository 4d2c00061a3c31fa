import { options } from '../../../core/editor/fields';
import { simplified, simplify } from '../../../core/operation/simplify';
import { appointments } from '../../api/records/appointments';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';

const USEFUL_FIELDS = [
	'id',
	'title',
	'appointmentStatus',
	'startTime',
	'endTime',
	'calendarId',
	'assignedUserId',
	'contactId',
	'address',
	'notes',
];

export const getAppointments = operation({
	name: 'Get Appointments',
	action: 'Get the appointments of a contact',
	description: 'Read every appointment of the contact, past and to come',
	requests: [appointments.listOfContact],
	fields: [contactLocator, simplify, options()],
	async execute({ api, params }) {
		const found = await appointments.listOfContact(api, params.id('contactId'));
		return found.map((appointment) => simplified(params, appointment, USEFUL_FIELDS));
	},
});
