import type { IDataObject } from 'n8n-workflow';

import { plainText } from '../../../core/values/texts';
import { picked } from '../../../core/operation/simplify';
import type { Contact } from './contact';

/** What a sync needs of a contact. */
const USEFUL_FIELDS = [
	'id',
	'firstName',
	'lastName',
	'email',
	'phone',
	'companyName',
	'tags',
	'assignedTo',
	'dateAdded',
	'dateUpdated',
	'customFieldValues',
];

/**
 * A contact with its most useful fields alone. HighLevel's search knows names in lower case only: they come as one
 * `nameLowerCase`, to be read, and under no name that looks as if it could be written back.
 */
export function simplifiedContact(contact: Contact): IDataObject {
	const { id, ...fields } = picked(contact, USEFUL_FIELDS);
	return { id, ...lowerCaseName(contact), ...fields };
}

function lowerCaseName(contact: Contact): IDataObject {
	const isFromSearch = contact.firstName === undefined && contact.lastName === undefined;
	if (!isFromSearch || !('firstNameLowerCase' in contact || 'lastNameLowerCase' in contact)) return {};
	const parts = [contact.firstNameLowerCase, contact.lastNameLowerCase];
	return { nameLowerCase: parts.map(plainText).filter(Boolean).join(' ') || null };
}
