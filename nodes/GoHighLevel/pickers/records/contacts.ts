import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { label } from '../../../core/editor/labels';
import { listPage } from '../../../core/editor/lists';
import { locator, required } from '../../../core/editor/locator';
import { plainText } from '../../../core/values/texts';
import type { Contact } from '../../api/contacts/contact';
import { searchPage } from '../../api/contacts/contactSearch';
import { HIGHLEVEL } from '../../api/pages';
import { openForEditor } from '../openForEditor';
import { addressOf } from './addresses';

export const contactLocator = required(
	locator({
		displayName: 'Contact',
		name: 'contactId',
		description: 'The contact, by name or email from the list, by its ID, or by the address of its page',
		record: 'contact',
		searchListMethod: 'searchContacts',
		exampleId: 'ocQHyuzHvysMo5N5VsXc',
		address: addressOf('contact', 'contacts/detail', '[A-Za-z0-9]+'),
	}),
);

const PAGE_SIZE = 50;

/** Contacts for a resource locator, a page at a time, searched on HighLevel's side. */
export async function searchContacts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, [searchPage], async (api) => {
		const readPage = async (page: number) =>
			await searchPage(api, { pageLimit: PAGE_SIZE, page: page + 1, query: filter });
		const optionOf = (contact: Contact) => ({ name: contactLabel(contact), value: contact.id });
		return await listPage({ ...HIGHLEVEL, pageSize: PAGE_SIZE, readPage, optionOf }, paginationToken);
	});
}

/** Name and, in brackets, e-mail or phone; the search knows names only in lower case. */
function contactLabel(contact: Contact): string {
	const first = plainText(contact.firstName) || capitalised(contact.firstNameLowerCase);
	const last = plainText(contact.lastName) || capitalised(contact.lastNameLowerCase);
	return label(
		[first, last].filter(Boolean).join(' '),
		plainText(contact.email) || plainText(contact.phone),
		contact.id,
	);
}

function capitalised(text: unknown): string {
	return plainText(text).replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
}
