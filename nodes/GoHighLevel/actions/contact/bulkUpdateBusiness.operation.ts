import { Failure } from '../../../core/failure';
import { options } from '../../../core/editor/fields';
import { updateBusinessOf } from '../../api/contacts/bulk';
import { businessLocator, contactLocator } from '../../pickers/locators';
import { batchOperation } from '../operation';

/** Source: the specification of the call. */
const CONTACTS_PER_CALL = 50;

export const bulkUpdateBusiness = batchOperation({
	name: 'Update Business in Bulk',
	action: 'Update the business of many contacts',
	description: 'Put the contacts of all input items into a business, or take them out, at once',
	requests: [updateBusinessOf],
	fields: [
		contactLocator,
		{
			displayName: 'Change',
			name: 'change',
			type: 'options',
			options: [
				{ name: 'Put Into Business', value: 'assign' },
				{ name: 'Take Out of Business', value: 'remove' },
			],
			default: 'assign',
			description: 'What to do with the contacts',
		},
		{ ...businessLocator, displayOptions: { show: { change: ['assign'] } } },
		options(),
	],
	batch: {
		size: CONTACTS_PER_CALL,
		read: ({ api, params }) => ({
			group: {
				locationId: api.locationId,
				businessId: params.text('change') === 'remove' ? null : params.id('businessId'),
			},
			entry: params.id('contactId'),
		}),
		async send(api, { locationId, businessId }, contacts) {
			const changed = await updateBusinessOf(api, { locationId, ids: contacts, businessId });
			return contacts.map((contactId) => {
				if (changed.includes(contactId)) return { contactId, businessId };
				return new Failure(
					`HighLevel did not change the business of contact ${contactId}`,
					'Check the id: the contact may be deleted or belong to another location.',
					{ contactId },
				);
			});
		},
	},
});
