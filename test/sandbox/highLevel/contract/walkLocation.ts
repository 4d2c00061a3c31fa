import { DEMO, locationId } from '../support';
import type { VisitEndpoint } from './visits';

const { readOnlyToken } = DEMO;

/** Templates of messages, and files. Both versions are alike here. */
export async function walkLocation(contactId: string, visit: VisitEndpoint): Promise<void> {
	await walkFiles(contactId, visit);
	await visit('GET', '/locations/{}/templates?originId=any', [locationId]);
	await visit('GET', '/locations/{}/templates', [locationId]);
}

async function walkFiles(contactId: string, visit: VisitEndpoint): Promise<void> {
	const form = (fields: Record<string, string>) => {
		const filled = new FormData();
		for (const [name, value] of Object.entries(fields)) filled.append(name, value);
		for (const name of ['one.csv', 'two.csv']) filled.append(name, new File(['a,b'], name));
		return filled;
	};
	const upload = '/locations/{}/customFields/upload';
	await visit('POST', upload, [locationId], form({ id: contactId, maxFiles: '2' }));
	await visit('POST', upload, [locationId], form({ id: contactId, maxFiles: '1' }));
	await visit('POST', upload, [locationId], form({}));
	await visit('POST', upload, [locationId], form({ id: contactId, maxFiles: '2' }), readOnlyToken);
}
