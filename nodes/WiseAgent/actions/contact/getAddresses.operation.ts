import { addressOf } from '../../api/reading/records';
import { listAddresses } from '../../api/contacts/addresses';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { allOutputs, recordOptions } from '../output';

export const getAddresses = operation({
	name: 'Get Addresses',
	action: 'Get the further addresses of a contact',
	description: 'Read the addresses that a contact has beside its own, which Get puts out',
	requests: [listAddresses],
	fields: [contactLocator, recordOptions()],
	async execute({ api, params }) {
		return allOutputs(params, await listAddresses(api, params.id('contactId')), addressOf);
	},
});
