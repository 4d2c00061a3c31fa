import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { label } from '../../../core/editor/labels';
import { listPage } from '../../../core/editor/lists';
import { isPhone } from '../../../core/values/phones';
import type { Contact } from '../../api/reading/records';
import { contactOf } from '../../api/reading/records';
import { readContactPage } from '../../api/contacts/contacts';
import { phonesOf, searchedDigits } from '../../api/contacts/identity';
import { WISE_AGENT } from '../../api/pages';
import { openForEditor } from '../openForEditor';

const PAGE_SIZE = 50;

/** Contacts for a resource locator, a page at a time, searched by Wise Agent: by name, or by an e-mail address. */
export async function searchContacts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, [readContactPage], async (api) => {
		const readPage = async (page: number) =>
			await readContactPage(api, queryOf(filter), { page: page + 1, page_size: PAGE_SIZE });
		return await listPage({ ...WISE_AGENT, pageSize: PAGE_SIZE, readPage, optionOf }, paginationToken);
	});
}

function optionOf(raw: IDataObject): INodeListSearchResult['results'][number] {
	const contact = contactOf(raw);
	return {
		name: contactLabel(contact),
		value: String(contact.ClientID),
		url: typeof contact.ContactUrl === 'string' ? contact.ContactUrl : undefined,
	};
}

function queryOf(filter = ''): { nameQuery?: string; email?: string; phone?: string } {
	const text = filter.trim();
	if (/^\S+@\S+\.\S+$/.test(text)) return { email: text };
	const [digits = ''] = isPhone(text) ? searchedDigits(text) : [];
	if (digits.length >= 10) return { phone: digits };
	return text === '' ? {} : { nameQuery: text };
}

/** Name and, in brackets, e-mail or phone. */
function contactLabel(contact: Contact): string {
	const name = [contact.CFirst, contact.CLast].filter(Boolean).join(' ');
	return label(name, contact.CEmail || phonesOf(contact)[0], String(contact.ClientID));
}
