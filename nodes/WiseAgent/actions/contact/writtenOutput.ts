import type { IDataObject } from 'n8n-workflow';

import type { Params } from '../../../core/operation/params';
import { contactOf } from '../../api/reading/records';
import type { WrittenContact } from '../../api/contacts/contactWrite';
import { outputOf } from '../output';

/** What a write puts out: what it did, and the contact as it is now. */
export function writtenOutput(
	params: Params,
	{ outcome, changedFields, changes, contact, synced }: WrittenContact,
): IDataObject {
	return {
		...{ outcome, changedFields, changes: changes as IDataObject },
		...(synced === undefined ? {} : { synced: synced as IDataObject | null }),
		...outputOf(params, contact, contactOf),
	};
}
