import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { label } from '../../../core/labels';
import { path } from '../../../core/path';
import { records } from '../../api/answers';
import type { Contact } from '../../api/shapes';
import { openForEditor } from '../openForEditor';

const PAGE_SIZE = 50;

/** Contacts for a resource locator, a page at a time, searched on HighLevel's side. */
export async function searchContacts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, ['contacts.readonly'], async (api) => {
		const page = Number(paginationToken ?? 1);
		const contacts = await api.postRead(path`/contacts/search`, records<Contact>('contacts'), {
			locationId: api.locationId,
			pageLimit: PAGE_SIZE,
			page,
			...(filter ? { query: filter } : {}),
		});
		return {
			results: contacts.map((contact) => ({ name: contactLabel(contact), value: contact.id })),
			paginationToken: contacts.length === PAGE_SIZE ? String(page + 1) : undefined,
		};
	});
}

/** Name and, in brackets, e-mail or phone; the search knows names only in lower case. */
function contactLabel(contact: Contact): string {
	const first = contact.firstName ?? capitalised(contact.firstNameLowerCase);
	const last = contact.lastName ?? capitalised(contact.lastNameLowerCase);
	return label(
		[first, last].filter(Boolean).join(' '),
		contact.email || contact.phone || undefined,
		contact.id,
	);
}

function capitalised(text: unknown): string {
	return String(text ?? '').replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
}
