import type { IDataObject } from 'n8n-workflow';

import type { Params } from '../../../core/params';
import { simplified } from '../../../core/simplify';
import type { HighLevelClient } from '../../api/client';
import { withNamedValues } from '../../api/contacts/customFieldValues';
import type { Contact } from '../../api/shapes';

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

/** Contacts as the operations that read them put them out: with custom fields by name, and simplified if wanted. */
export async function shownContacts(
	api: HighLevelClient,
	params: Params,
	contacts: Contact[],
): Promise<IDataObject[]> {
	const named = await withNamedValues(api, contacts);
	return named.map((contact) => simplified(params, contact, usefulFieldsOf(contact)));
}

function usefulFieldsOf(contact: Contact): string[] {
	return USEFUL_FIELDS.map((name) => {
		const lowerCase = LOWER_CASE_NAMES[name as keyof typeof LOWER_CASE_NAMES];
		return lowerCase && contact[name] === undefined ? lowerCase : name;
	});
}
