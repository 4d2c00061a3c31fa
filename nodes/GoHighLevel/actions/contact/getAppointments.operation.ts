import type { IDataObject } from 'n8n-workflow';

import { options } from '../../../core/fields';
import { path } from '../../../core/path';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const getAppointments = operation({
	name: 'Get Appointments',
	action: 'Get the appointments of a contact',
	description: 'Read every appointment of the contact, past and to come',
	scopes: ['contacts.readonly'],
	fields: [contactLocator, options()],
	async execute({ api, params }) {
		const { events } = await api.get<{ events?: IDataObject[] }>(
			path`/contacts/${params.id('contactId')}/appointments`,
		);
		if (!events) throw api.notHighLevel();
		return events;
	},
});
