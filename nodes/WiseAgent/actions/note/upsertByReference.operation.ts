import { collection, options } from '../../../core/editor/fields';
import { required } from '../../../core/editor/locator';
import { adoptAlike, referenceField } from '../../../core/editor/reference';
import { isEmpty, textOf } from '../../../core/values/texts';
import { upsertNoteByReference } from '../../api/records/noteCopies';
import { noteReferences } from '../../api/references';
import { contactOrVendorLocator, teamMemberLocator } from '../../pickers/locators';
import { commaFreeNames } from '../commaLists';
import { operation } from '../operation';
import { noteCategories, noteText, subject } from './fields';

export const upsertByReference = operation({
	name: 'Create or Update by Reference',
	action: 'Create or update a note by reference',
	description:
		'Create the note that is the copy of a record of another system, or update it if the contact has it already. A locked note is refused.',
	requests: [upsertNoteByReference],
	fields: [
		contactOrVendorLocator,
		referenceField('note', 'the last line of the note', 'HighLevel note otg8dTqqGl2rLGFVKHIn'),
		required(noteText),
		collection('Additional Fields', 'additionalFields', [
			teamMemberLocator(
				'Author',
				'The member of the inside team whose note it is; a note that exists keeps its own',
			),
			noteCategories,
			subject,
		]),
		options(adoptAlike('note', 'text')),
	],
	async execute({ api, params }) {
		const given = params.collection('additionalFields');
		const categories = commaFreeNames(given.categories, 'Categories');
		const fields = {
			note: params.filled('note'),
			...(categories.length > 0 ? { categories } : {}),
			...(isEmpty(given.subject) ? {} : { subject: textOf(given.subject, 'Subject') }),
			...(isEmpty(given.InsideTeamId) ? {} : { InsideTeamId: textOf(given.InsideTeamId, 'Author') }),
		};
		return await upsertNoteByReference(api, {
			clientId: params.id('contactId').toUpperCase(),
			reference: noteReferences.given(params.filled('reference'), params.label('reference')),
			fields,
			adopts: params.collection('options').adoptExisting !== false,
		});
	},
});
