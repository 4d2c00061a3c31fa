import { options } from '../../../core/editor/fields';
import { connectContact } from '../../api/records/properties';
import { contactLocator, propertyLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { text } from '../optionalFields';

export const addContact = operation({
	name: 'Add Contact',
	action: 'Add a contact to a property',
	description: 'Say what a contact is to a property, such as its seller',
	requests: [connectContact],
	fields: [
		propertyLocator,
		contactLocator,
		text(
			'Relation',
			'ClientRelation',
			'What the contact is to the property; N/A when left empty',
			'e.g. Seller',
		),
		options(),
	],
	async execute({ api, params }) {
		const [propertyId, contactId] = [params.id('propertyId'), params.id('contactId')];
		const relation = params.text('ClientRelation');
		await connectContact(api, propertyId, contactId, relation || undefined);
		return { propertyId, contactId, ClientRelation: relation || 'N/A' };
	},
});
