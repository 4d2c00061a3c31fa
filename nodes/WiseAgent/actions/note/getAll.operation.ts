import { dayOf } from '../../../core/values/dates';
import { collection, returnAllOrLimit } from '../../../core/editor/fields';
import { isEmpty, listOf, textOf } from '../../../core/values/texts';
import { shownNote } from '../../api/references';
import { listNotes } from '../../api/records/notes';
import { contactOrVendorLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { text } from '../optionalFields';
import { allOutputs, recordOptions } from '../output';
import { noteCategories } from './fields';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many notes',
	description: 'Read the notes of a contact or a vendor, all or those that match',
	requests: [listNotes],
	fields: [
		contactOrVendorLocator,
		...returnAllOrLimit,
		collection(
			'Filters',
			'filters',
			[
				{
					...noteCategories,
					description:
						'Only notes in one of these categories, by name. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				},
				{
					displayName: 'Date',
					name: 'date',
					type: 'dateTime',
					default: '',
					description: 'Only notes of this day; a time of day is left out',
				},
				text('Subject', 'subject', 'Only notes with this heading'),
			],
			'Add Filter',
		),
		recordOptions(),
	],
	async execute({ api, params }) {
		const limit = params.limit();
		const { categories, date, subject } = params.collection('filters');
		const query = {
			categories: listOf(categories, 'Categories'),
			...(isEmpty(date) ? {} : { date: dayOf(date, 'Date') }),
			...(isEmpty(subject) ? {} : { subject: textOf(subject, 'Subject') }),
		};
		return allOutputs(params, await listNotes(api, params.id('contactId'), query, limit), shownNote);
	},
});
