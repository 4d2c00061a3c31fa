import { options } from '../../../core/editor/fields';
import { readCustomData } from '../../api/contacts/customData';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const getCustomData = operation({
	name: 'Get Custom Data',
	action: 'Get the custom data of a contact',
	description: 'Read the custom data of a contact, as a list and by key',
	requests: [readCustomData],
	fields: [contactLocator, options()],
	async execute({ api, params }) {
		const contactId = params.id('contactId');
		const CustomData = await readCustomData(api, contactId);
		const customDataValues = Object.fromEntries(CustomData.map(({ Key, Value }) => [Key, Value]));
		return { contactId, customDataValues, CustomData: CustomData.map((datum) => ({ ...datum })) };
	},
});
