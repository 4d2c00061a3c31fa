import type { IDataObject } from 'n8n-workflow';

import { options } from '../../../core/editor/fields';
import { path } from '../../../core/sending/path';
import { simplified, simplify } from '../../../core/operation/simplify';
import { recordsOf } from '../../api/answers';
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
		const contactId = params.id('contactId');
		const ofContact = path`/contacts/${contactId}/appointments`;
		const events = await api.get(ofContact, recordsOf<IDataObject>('events', contactId));
		return events.map((event) => simplified(params, event, USEFUL_FIELDS));
	},
});
