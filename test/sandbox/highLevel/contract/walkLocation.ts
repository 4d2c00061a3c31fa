import { DEMO, locationId } from '../support';
import type { VisitEndpoint } from './visits';

const { customFields, customValues, readOnlyToken, users } = DEMO;

/** What a location sets up for itself, with success and each kind of refusal. Both versions are alike here. */
export async function walkLocation(contactId: string, visit: VisitEndpoint): Promise<void> {
	await walkBusinesses(visit);
	await walkCustomFields(visit);
	await walkFiles(contactId, visit);
	await walkCustomValues(visit);

	await visit('GET', '/locations/{}/templates?originId=any', [locationId]);
	await visit('GET', '/locations/{}/templates', [locationId]);
	await visit('GET', `/opportunities/pipelines?locationId=${locationId}`);
	await visit('GET', `/opportunities/pipelines?locationId=${locationId}`, [], undefined, 'pit-garbage');
	await visit('GET', '/users/{}', [users.ben]);
	await visit('GET', '/users/{}', ['nobody']);
}

async function walkBusinesses(visit: VisitEndpoint): Promise<void> {
	const details = {
		phone: '+12125550101',
		email: 'desk@walked.example',
		website: 'https://walked.example',
		address: '1 Main Street',
		city: 'New York',
		state: 'NY',
		postalCode: '10001',
		country: 'US',
		description: 'Walked',
	};
	const { buiseness } = await visit('POST', '/businesses/', [], { locationId, name: 'Walked', ...details });
	await visit('POST', '/businesses/', [], { locationId, name: 'Walked', customFields: [] });
	await visit('POST', '/businesses/', [], { locationId, name: 'Walked' }, readOnlyToken);
	await visit('GET', `/businesses/?locationId=${locationId}&limit=10&skip=0`);
	await visit('GET', '/businesses/{}', [buiseness.id]);
	await visit('GET', '/businesses/{}', ['nobody']);
	await visit('PUT', '/businesses/{}', [buiseness.id], { name: 'Walked on', city: '' });
	await visit('DELETE', '/businesses/{}', [buiseness.id]);
	await visit('DELETE', '/businesses/{}', [buiseness.id]);
}

async function walkCustomFields(visit: VisitEndpoint): Promise<void> {
	const list = '/locations/{}/customFields';
	const textBoxListOptions = [{ label: 'Home', prefillValue: 'none' }, { label: 'Work' }];
	const boxes = { name: 'Addresses', dataType: 'TEXTBOX_LIST', textBoxListOptions };
	const { customField } = await visit('POST', list, [locationId], boxes);
	const files = { acceptedFormat: ['.pdf'], isMultipleFile: true, maxNumberOfFiles: 2 };
	await visit('POST', list, [locationId], { name: 'Deeds', dataType: 'FILE_UPLOAD', ...files });
	await visit('POST', list, [locationId], { name: 'Deeds', dataType: 'TEXT' });
	await visit('POST', list, [locationId], { name: 'Deeds', dataType: 'NONSENSE' });
	const one = [locationId, customField.id as string];
	await visit('GET', `${list}/{}`, one);
	await visit('PUT', `${list}/{}`, one, { name: 'Homes', textBoxListOptions, position: 7, placeholder: 'x' });
	await visit('PUT', `${list}/{}`, one, {});
	await visit('DELETE', `${list}/{}`, one);
	await visit('DELETE', `${list}/{}`, one);
	await visit('DELETE', `${list}/{}`, [locationId, customFields.budget], undefined, readOnlyToken);
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

async function walkCustomValues(visit: VisitEndpoint): Promise<void> {
	const list = '/locations/{}/customValues';
	const { customValue } = await visit('POST', list, [locationId], { name: 'Walked', value: 'x' });
	await visit('POST', list, [locationId], { name: 'Walked', value: 'x' });
	await visit('POST', list, [locationId], { name: 'Walked', text: 'x' });
	await visit('GET', list, [locationId]);
	const one = [locationId, customValue.id as string];
	await visit('GET', `${list}/{}`, one);
	await visit('PUT', `${list}/{}`, one, { name: 'Walked on', value: '' });
	await visit('DELETE', `${list}/{}`, one);
	await visit('GET', `${list}/{}`, one);
	await visit('DELETE', `${list}/{}`, [locationId, customValues.officeHours], undefined, readOnlyToken);
}

/** Of v3 alone. */
export async function walkEmailTemplates(visit: VisitEndpoint): Promise<void> {
	const emails = '/emails/locations/{}/templates';
	await visit('GET', emails, [locationId]);
	await visit('GET', `${emails}?limit=21`, [locationId]);
	await visit('GET', `${emails}/{}`, [locationId, DEMO.emailTemplates.newsletter]);
	await visit('GET', `${emails}/{}`, [locationId, 'nothing']);
}
