import type { IDataObject } from 'n8n-workflow';

import type { Params } from '../../../core/operation/params';
import { optional } from '../../../core/operation/request';
import type { HighLevelClient } from '../../api/client';
import { completeContacts } from '../../api/contacts/completeContacts';
import { findContact } from '../../api/contacts/contacts';
import { withNamedValues } from '../../api/customFields/values';
import { simplifiedContact } from '../../api/contacts/simplifiedContact';
import type { Contact } from '../../api/contacts/contact';
import { readCustomFields } from '../../api/customFields/fields';

/** What `shownContacts` may request; reading contacts by their IDs needs the scope that they were found with. */
export const MADE_TO_SHOW = [optional(findContact), optional(readCustomFields)];

/**
 * Contacts as the operations that read them return them: read by their IDs if the option Complete Record says so, with
 * custom fields by name, and simplified if wanted.
 */
export async function shownContacts(
	api: HighLevelClient,
	params: Params,
	contacts: Contact[],
): Promise<IDataObject[]> {
	const { completeRecord } = params.collection('options');
	const read = completeRecord === true ? await completeContacts(api, contacts) : contacts;
	const named = await withNamedValues(api, 'contact', read);
	return params.boolean('simplify') ? named.map(simplifiedContact) : named;
}
