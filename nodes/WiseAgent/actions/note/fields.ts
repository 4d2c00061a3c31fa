import type { INodeProperties } from 'n8n-workflow';

import { text } from '../optionalFields';
import { anyContactLocator } from '../../pickers/locators';

export const noteText: INodeProperties = {
	displayName: 'Note',
	name: 'note',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	description: 'The text of the note. HTML is shown as such in Wise Agent.',
};

export const subject = text('Subject', 'subject', 'Heading of the note', 'e.g. Viewing');

export const noteCategories: INodeProperties = {
	displayName: 'Category Names or IDs',
	name: 'categories',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getCategories' },
	default: [],
	description:
		'Categories of the note, by name. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

/** The notes of vendors are others than those of contacts, and may have the same ids. */
export const vendor: INodeProperties = {
	displayName: 'Of a Vendor',
	name: 'vendor',
	type: 'boolean',
	default: false,
	description: 'Whether it is the note of a vendor instead of a contact',
};

/** Serves the list of notes; the operations themselves need the note alone. */
export const contactForList: INodeProperties = {
	...anyContactLocator,
	description: 'Only needed to choose the note from a list: the contact that it belongs to',
};
