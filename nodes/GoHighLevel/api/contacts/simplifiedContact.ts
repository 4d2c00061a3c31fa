import type { IDataObject } from 'n8n-workflow';

import { ownValue } from '../../../core/ownValue';
import { picked } from '../../../core/simplify';
import type { Contact } from '../shapes';

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

/** Stand in for the names in HighLevel's search, which does not keep them as they were written. */
const LOWER_CASE_NAMES = { firstName: 'firstNameLowerCase', lastName: 'lastNameLowerCase' };

/** A contact with its most useful fields alone. */
export function simplifiedContact(contact: Contact): IDataObject {
	const fields = USEFUL_FIELDS.map((name) => {
		const lowerCase = ownValue(LOWER_CASE_NAMES, name);
		return lowerCase && ownValue(contact, name) === undefined ? lowerCase : name;
	});
	return picked(contact, fields);
}
