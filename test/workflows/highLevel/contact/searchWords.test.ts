import type { IDataObject } from 'n8n-workflow';

import { catalogue } from '../../../../nodes/GoHighLevel/actions';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { requestsOf, storeContact } from '../../../support/sandboxRuns';

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const ids = (items: IDataObject[]) => items.map(({ id }) => id);

const searched = (field: string, operator: string, value: string): IDataObject => ({
	filterType: 'conditions',
	groupsMustMatch: 'AND',
	groups: { group: [{ mustMatch: 'AND', conditions: { condition: [{ field, operator, value }] } }] },
	returnAll: true,
	options: {},
});

describe('a search for Do Not Disturb by channel', () => {
	test.each([
		['Call', 'call'],
		['Email', 'email'],
		['SMS', 'sms'],
	])('%s finds those who may not be contacted', async (name, channel) => {
		const blocked = storeContact(sandbox, { dndSettings: { [channel]: { status: 'active' } } as never });
		storeContact(sandbox, { dndSettings: { [channel]: { status: 'inactive' } } as never });
		storeContact(sandbox);
		for (const word of ['active', 'Active', 'TRUE', 'yes', 'Sí', '1.0', 'Active (Do Not Disturb)']) {
			const parameters = searched(`dndSettings.${name}.status`, 'eq', word);
			expect(ids(await succeed(sandbox, 'contact.search', { parameters }))).toEqual([blocked]);
		}
	});

	test('refuses another word before anything is sent', async () => {
		const error = await fail(sandbox, 'contact.search', {
			parameters: searched('dndSettings.SMS.status', 'eq', 'maybe'),
		});
		expect(error.message).toBe('"Do Not Disturb: SMS" has no option "maybe"');
		expect(error.description).toContain('Active (Do Not Disturb) (active)');
		expect(sandbox.requests).toEqual([]);
	});

	test('reads the words that the contact fields read, and the other way round', async () => {
		const words = ['yes', 'No', 'TRUE', '0', 'off', 'Permanent', 'Inactive (May Be Contacted)'];
		const statuses = ['active', 'inactive', 'active', 'inactive', 'inactive', 'permanent', 'inactive'];
		for (const word of words) {
			await succeed(sandbox, 'contact.search', {
				parameters: searched('dndSettings.SMS.status', 'eq', word),
			});
			const channels = [{ channel: 'SMS', status: word }];
			await succeed(sandbox, 'contact.create', {
				parameters: { firstName: word, additionalFields: { dndSettings: { channels } } },
			});
		}
		const searches = requestsOf(sandbox, 'POST', /search$/).map(({ body }) => JSON.stringify(body));
		expect(searches).toEqual(statuses.map((status) => expect.stringContaining(`"value":"${status}"`)));
		const creates = requestsOf(sandbox, 'POST', /contacts\/$/).map(({ body }) => JSON.stringify(body));
		expect(creates).toEqual(statuses.map((status) => expect.stringContaining(`"status":"${status}"`)));
	});
});

test('tags are found whatever their case, by Get Many and by Search', async () => {
	const id = storeContact(sandbox, { tags: ['open house'] });
	await succeed(sandbox, 'contact.getAll', {
		parameters: { returnAll: true, filters: { tags: 'Open House' }, options: {} },
	});
	await succeed(sandbox, 'contact.search', { parameters: searched('tags', 'eq', 'OPEN House') });
	const bodies = requestsOf(sandbox, 'POST', /search$/).map(({ body }) => JSON.stringify(body));
	expect(bodies).toEqual([expect.stringContaining('"open house"'), expect.stringContaining('"open house"')]);
	expect(id).toBeDefined();
});

test.each(['(415) 555-0142', '415 555 0142', '+1 415 555 0142', '+14155550142'])(
	'Get Many reads the phone %s as Search does',
	async (phone) => {
		const id = storeContact(sandbox, { phone: '+14155550142' });
		const parameters = { returnAll: true, filters: { phone }, options: {} };
		expect(ids(await succeed(sandbox, 'contact.getAll', { parameters }))).toEqual([id]);
	},
);

describe('the address of a page in place of the ID', () => {
	const page = (id: string) => `https://app.gohighlevel.com/v2/location/abc/contacts/detail/${id}?tab=notes`;

	/** Every operation of a contact that only reads or only removes, so that the example needs nothing else. */
	const ofAContact = Object.entries(catalogue.contact?.operations ?? {})
		.filter(([name, { fields }]) => ['get', 'delete', 'getAppointments'].includes(name) && fields.length > 0)
		.map(([name]) => `contact.${name}`);

	test.each(ofAContact)('is understood by %s', async (id) => {
		const contactId = storeContact(sandbox);
		await succeed(sandbox, id, { parameters: { contactId: byId(page(contactId)), options: {} } });
		expect(
			sandbox.requests.every(({ path }) => path.includes(contactId) || !path.includes('gohighlevel')),
		).toBe(true);
	});

	test('comes from an expression too', async () => {
		const contactId = storeContact(sandbox);
		const items = await succeed(sandbox, 'contact.get', {
			items: [{ url: page(contactId) }],
			parameters: { contactId: byId('={{ $json.url }}'), options: {} },
		});
		expect(ids(items)).toEqual([contactId]);
	});

	test('of something else is refused before anything is sent', async () => {
		const error = await fail(sandbox, 'contact.get', {
			parameters: { contactId: byId('https://app.gohighlevel.com/v2/location/abc/dashboard'), options: {} },
		});
		expect(error.message).toContain('This is not the address of a contact in HighLevel');
		expect(sandbox.requests).toEqual([]);
	});
});

test('an item with neither email nor phone is skipped with a reason where that is chosen', async () => {
	const items = await succeed(sandbox, 'contact.upsert', {
		items: [{ email: '' }, { email: 'bea@example.com' }],
		parameters: { email: '={{ $json.email }}', phone: '', options: { ifNoIdentifier: 'skip' } },
	});
	expect(items.map(({ outcome }) => outcome)).toEqual(['skipped', 'created']);
	expect(items[0]).toMatchObject({ changedFields: [], reason: expect.stringContaining('email') as string });
});
