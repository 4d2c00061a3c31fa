import { shownNote } from '../../api/references';
import { readNote } from '../../api/records/notes';
import { noteLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { recordOptions, outputOf } from '../output';
import { contactForList } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get a note',
	description: 'Read one note',
	requests: [readNote],
	fields: [contactForList, noteLocator, recordOptions()],
	async execute({ api, params }) {
		return outputOf(params, await readNote(api, params.id('noteId')), shownNote);
	},
});
