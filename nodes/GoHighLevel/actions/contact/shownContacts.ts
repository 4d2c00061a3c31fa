import type { IDataObject } from 'n8n-workflow';

import type { Params } from '../../../core/params';
import type { HighLevelClient } from '../../api/client';
import { withNamedValues } from '../../api/contacts/customFieldValues';
import { simplifiedContact } from '../../api/contacts/simplifiedContact';
import type { Contact } from '../../api/shapes';

/** Contacts as the operations that read them put them out: with custom fields by name, and simplified if wanted. */
export async function shownContacts(
	api: HighLevelClient,
	params: Params,
	contacts: Contact[],
): Promise<IDataObject[]> {
	const named = await withNamedValues(api, contacts);
	return params.boolean('simplify') ? named.map(simplifiedContact) : named;
}
