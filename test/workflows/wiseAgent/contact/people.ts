import type { IDataObject } from 'n8n-workflow';

import type { ContactRecord, WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { byId } from '../../../support/wiseAgent';

/** Stores a contact and returns its id. */
export function store(sandbox: WiseAgentSandbox, fields: Partial<ContactRecord>): string {
	return String(sandbox.state.addContact(fields).ClientID);
}

/** All contacts of the account. */
export function contactsOf({ state }: WiseAgentSandbox): Array<Readonly<ContactRecord>> {
	return [...state.contacts.values()];
}

/** Parameters of Create and Create or Update. */
export function person(fields: IDataObject, additionalFields: IDataObject = {}): IDataObject {
	return { CFirst: 'Ada', CLast: 'Byron', Source: byId('Website'), ...fields, additionalFields };
}

/** Request types that change something. */
export const WRITES = ['webcontact', 'updateContact', 'addClientsToCategory', 'removeClientsFromCategory'];
