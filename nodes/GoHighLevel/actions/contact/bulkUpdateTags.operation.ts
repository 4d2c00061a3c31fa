import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import { options } from '../../../core/editor/fields';
import { listOf } from '../../../core/values/texts';
import type { BulkResponse } from '../../api/contacts/bulk';
import { isDone, updateTagsOf } from '../../api/contacts/bulk';
import { contactLocator } from '../../pickers/locators';
import { batchOperation } from '../operation';
import { requiredTags, tagsOf } from './tagFields';

/** HighLevel documents no limit; this many go through with room to spare. */
const CONTACTS_PER_CALL = 500;

export const bulkUpdateTags = batchOperation({
	name: 'Update Tags in Bulk',
	action: 'Update the tags of many contacts',
	description: 'Add or remove tags for all input items at once, with a result for each contact',
	requests: [updateTagsOf],
	fields: [
		contactLocator,
		{
			displayName: 'Change',
			name: 'type',
			type: 'options',
			options: [
				{ name: 'Add Tags', value: 'add' },
				{ name: 'Remove All Tags', value: 'removeAll' },
				{ name: 'Remove Tags', value: 'remove' },
			],
			default: 'add',
			description: 'What to do with the tags',
		},
		{ ...requiredTags, displayOptions: { show: { type: ['add', 'remove'] } } },
		options(),
	],
	batch: {
		size: CONTACTS_PER_CALL,
		read: ({ api, params }) => {
			const type = params.text('type');
			const tags = type === 'removeAll' ? [] : tagsOf(params).sort();
			return { group: { locationId: api.locationId, type, tags }, entry: params.id('contactId') };
		},
		async send(api, { locationId, type, tags }, contacts) {
			const all = type === 'removeAll';
			const answers = await updateTagsOf(api, all ? 'remove' : String(type), {
				contacts,
				tags: listOf(tags, 'Tags'),
				locationId,
				...(all ? { removeAllTags: true } : {}),
			});
			const byContact = new Map(answers.map((one) => [one.contactId, one]));
			return contacts.map((contactId) => resultOf(contactId, byContact.get(contactId)));
		},
	},
});

function resultOf(contactId: string, response: BulkResponse | undefined): IDataObject | Failure | undefined {
	if (!response) return undefined;
	const { message, type: _type, ...answer } = response;
	if (isDone(response)) return answer;
	return new Failure(
		`HighLevel refused contact ${contactId}: ${message ?? 'no reason given'}`,
		'Check the id: the contact may be deleted or belong to another location.',
		{ contactId },
	);
}
