import type { IBinaryData, IBinaryKeyData } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../../sandbox/highLevel';
import { DEMO } from '../../../../support/highLevel';

const { documents } = DEMO.customFields;

/** A file as n8n's nodes put it out. */
export function file(fileName: string, content: string | Buffer, mimeType = 'application/pdf'): IBinaryData {
	return { fileName, mimeType, data: Buffer.from(content).toString('base64') };
}

export const LEASE = file('lease.pdf', '%PDF lease');
export const PHOTO = file('house.jpg', Buffer.from([0xff, 0xd8, 0, 1, 2, 3, 0x0d, 0x0a]), 'image/jpeg');

/** The binary data of an item with these two. */
export const BOTH: IBinaryKeyData = { lease: LEASE, photo: PHOTO };

/** A file as a contact refers to it. */
export interface Reference {
	meta: { fieldname: string; originalname: string; encoding: string; mimetype: string; size: number };
	url: string;
	documentId: string;
}

/** The references of the documents of a contact, by their UUID. */
export function referencesOf(sandbox: HighLevelSandbox, contactId: unknown): Record<string, Reference> {
	const values = sandbox.state.contacts.get(String(contactId))?.customFields ?? [];
	return (values.find(({ id }) => id === documents)?.value ?? {}) as Record<string, Reference>;
}

/** The file names of the documents of a contact, in their order. */
export function namesOf(sandbox: HighLevelSandbox, contactId: unknown): string[] {
	return Object.values(referencesOf(sandbox, contactId)).map(({ meta }) => meta.originalname);
}

/** The names of all files that the sandbox was sent, in their order. */
export function uploadsOf({ state }: HighLevelSandbox): string[] {
	return [...state.files.values()].map(({ name }) => name);
}

/** A contact that has these documents already. */
export function storeWithDocuments(sandbox: HighLevelSandbox, ...files: IBinaryData[]): string {
	const references = files.map(({ fileName, mimeType, data }, index) => [
		`uuid-${index}`,
		{
			meta: {
				fieldname: fileName,
				originalname: fileName,
				encoding: '7bit',
				mimetype: mimeType,
				size: Buffer.from(data, 'base64').length,
			},
			url: `https://files.example/${index}`,
			documentId: `uuid-${index}`,
		},
	]);
	return sandbox.state.addContact({
		locationId: DEMO.locationId,
		email: 'ada@mail.example',
		customFields: references.length > 0 ? [{ id: documents, value: Object.fromEntries(references) }] : [],
	}).id;
}

/** Changes how many files the documents take. */
export function limitDocuments(sandbox: HighLevelSandbox, limit: number): void {
	const field = sandbox.state.customFields.get(documents);
	if (!field) throw new Error('The seed has no field for documents');
	sandbox.state.customFields.set(documents, { ...field, files: { formats: [], multiple: limit > 1, limit } });
}
