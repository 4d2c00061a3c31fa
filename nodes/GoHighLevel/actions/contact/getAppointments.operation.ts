import type { IDataObject } from 'n8n-workflow';

import { options } from '../../../core/fields';
import { path } from '../../../core/path';
import { simplified, simplify } from '../../../core/simplify';
import { records } from '../../api/answers';
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
	scopes: ['contacts.readonly'],
	fields: [contactLocator, simplify, options()],
	async execute({ api, params }) {
		const ofContact = path`/contacts/${params.id('contactId')}/appointments`;
		const events = await api.get(ofContact, records<IDataObject>('events'));
		return events.map((event) => simplified(params, event, USEFUL_FIELDS));
	},
});
