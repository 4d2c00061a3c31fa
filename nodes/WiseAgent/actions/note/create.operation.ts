import { collection, options } from '../../../core/editor/fields';
import { required } from '../../../core/editor/locator';
import { isEmpty, listOf, textOf } from '../../../core/values/texts';
import { createNotes } from '../../api/records/notes';
import { createdWith } from '../../api/records/written';
import { noteReferences } from '../../api/references';
import { contactOrVendorLocator, teamMemberLocator } from '../../pickers/locators';
import { commaFreeNames } from '../commaLists';
import { operation } from '../operation';
import { text } from '../optionalFields';
import { noteCategories, noteText, subject } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create a note',
	description: 'Add a note to a contact or a vendor, or to several at once; puts out one item for each',
	requests: [createNotes],
	fields: [
		contactOrVendorLocator,
		required(noteText),
		collection('Additional Fields', 'additionalFields', [
			teamMemberLocator('Author', 'The member of the inside team whose note it is'),
			noteCategories,
			text(
				'Further Contacts',
				'clientids',
				'IDs of further contacts or vendors that get the same note, separated by commas or as a list',
				'e.g. 1854785, V26855',
			),
			subject,
		]),
		options(),
	],
	async execute({ api, params }) {
		const given = params.collection('additionalFields');
		const further = listOf(given.clientids, 'Further Contacts');
		const clientIds = [...new Set([params.id('contactId'), ...further].map((id) => id.toUpperCase()))];
		const categories = commaFreeNames(given.categories, 'Categories');
		const fields = {
			note: params.filled('note'),
			...(categories.length > 0 ? { categories } : {}),
			...(isEmpty(given.subject) ? {} : { subject: textOf(given.subject, 'Subject') }),
			...(isEmpty(given.InsideTeamId) ? {} : { InsideTeamId: textOf(given.InsideTeamId, 'Author') }),
		};
		const notes = await createNotes(api, clientIds, fields);
		const { text: Note, reference } = noteReferences.read(fields.note);
		const written = {
			Subject: fields.subject ?? null,
			Note,
			Categories: categories.map((name) => ({ name })),
		};
		return notes.map(({ NoteID, ClientID }) =>
			createdWith({ fields: written, reference }, { NoteID, ClientID: clientIdOf(ClientID), ...written }),
		);
	},
});

/** A number, as reads have it; those of vendors stay texts. */
function clientIdOf(id: number | string): number | string {
	return /^\d+$/.test(String(id)) ? Number(id) : id;
}
