import { collection, options } from '../../../core/editor/fields';
import { adoptAlike, referenceField } from '../../../core/editor/reference';
import { notes } from '../../api/records/notes';
import { references } from '../../api/records/references';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { additionalNoteFields, body, noteFieldsOf } from './fields';

export const upsertByReference = operation({
	name: 'Create or Update by Reference',
	action: 'Create or update a note by reference',
	description:
		'Create the note that is the copy of a record of another system, or update it if the contact has it already',
	requests: [notes.upsertByReference],
	fields: [
		contactLocator,
		referenceField('note', 'the last line of its body', 'Wise Agent note 8812345'),
		{ ...body, required: true },
		collection('Additional Fields', 'additionalFields', additionalNoteFields),
		options(adoptAlike('note', 'text')),
	],
	async execute({ api, params }) {
		const contactId = params.id('contactId');
		const reference = references.given(params.filled('reference'), params.label('reference'));
		const text = params.filled('body');
		const fields = { ...noteFieldsOf(params, params.collection('additionalFields')), body: text };
		const adopts = params.collection('options').adoptExisting !== false;
		return await notes.upsertByReference(api, { contactId, reference, fields, adopts });
	},
});
