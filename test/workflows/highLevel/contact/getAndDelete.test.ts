import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { calls, fail, stored, succeed } from './requests';

let sandbox: HighLevelSandbox;
let contactId: string;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => {
	sandbox.reset();
	contactId = sandbox.state.addContact({
		locationId: DEMO.locationId,
		firstName: 'Ava',
		email: 'ava@mail.example',
		additionalEmails: ['ava@work.example'],
		tags: ['buyer'],
	}).id;
});
afterAll(async () => await sandbox.close());

describe('a contact is found whichever way it was chosen', () => {
	const url = (rest: string) =>
		`https://app.gohighlevel.com/v2/location/${DEMO.locationId}/contacts/detail/${rest}`;

	test.each<[way: string, locator: (id: string) => IDataObject | string]>([
		['by id', (id) => byId(id)],
		['by id with blanks around it', (id) => byId(` ${id} `)],
		['from the list', (id) => ({ __rl: true, mode: 'list', value: id, cachedResultName: 'Ava' })],
		['by the address of its page', (id) => ({ __rl: true, mode: 'url', value: url(id) })],
		[
			'by the address with a tab and a query',
			(id) => ({ __rl: true, mode: 'url', value: url(`${id}/notes?view=all`) }),
		],
		[
			'by the address on a white-label host',
			(id) => ({
				__rl: true,
				mode: 'url',
				value: `https://crm.agency.example/v2/location/x/contacts/detail/${id}`,
			}),
		],
		['by an expression', (id) => byId(`={{ "${id}" }}`)],
		['by a plain text, as AI agents give it', (id) => id],
	])('%s', async (_, locator) => {
		const [contact] = await succeed(sandbox, 'get', { parameters: { contactId: locator(contactId) } });

		expect(contact).toMatchObject({
			id: contactId,
			firstName: 'Ava',
			email: 'ava@mail.example',
			tags: ['buyer'],
		});
		expect(calls(sandbox)).toEqual([`GET /contacts/${contactId}`]);
	});
});

test('an address of another page is refused before anything is sent', async () => {
	const error = await fail(sandbox, 'get', {
		items: [{ url: 'https://app.gohighlevel.com/contacts/smart_list/All' }],
		parameters: { contactId: { __rl: true, mode: 'url', value: '={{ $json.url }}' } },
	});

	expect(error.message).toMatch(/URL entered is incorrect/);
	expect(sandbox.requests).toEqual([]);
});

describe('an id that the incoming data lacks or garbles never reaches another record', () => {
	test.each(['get', 'update', 'delete'])('%s with an empty id sends nothing', async (operation) => {
		for (const id of [' ', '={{ "" }}', '={{ $json.missing }}', '={{ null }}']) {
			const error = await fail(sandbox, operation, {
				parameters: { contactId: byId(id), updateFields: { city: 'Boston' } },
			});
			expect(error.message).toContain('"Contact" is empty');
		}
		expect(sandbox.requests).toEqual([]);
	});

	test.each(['get', 'update', 'delete'])('%s with a dotted id sends nothing', async (operation) => {
		for (const id of ['.', '..', ' .. ']) {
			const error = await fail(sandbox, operation, {
				parameters: { contactId: byId(id), updateFields: { city: 'Boston' } },
			});
			expect(error.message).toContain(`The id for "contacts" is "${id.trim()}"`);
		}
		expect(sandbox.requests).toEqual([]);
	});

	test.each(['../x', 'a/b', '?x=1', '#x', `../locations/${DEMO.locationId}`, 'search', 'a b', '%2e%2e'])(
		'%s is sent as one encoded part of the path',
		async (id) => {
			const error = await fail(sandbox, 'delete', { parameters: { contactId: byId(id) } });

			expect(error.message).toContain(`Contact with id ${id} not found`);
			expect(calls(sandbox)).toEqual([`DELETE /contacts/${encodeURIComponent(id)}`]);
			expect(stored(sandbox)).toHaveLength(1);
		},
	);
});

test('an unknown contact is told as such, with what to check', async () => {
	const error = await fail(sandbox, 'get', { parameters: { contactId: byId('gone0000000000000000') } });

	expect(error.message).toContain('Contact with id gone0000000000000000 not found');
	expect(error.description).toContain('it may be deleted or belong to another location');
	expect(error.httpCode).toBe('400');
});

test('a contact of another location is refused, and the location of the credential is named', async () => {
	const other = sandbox.state.addContact({ locationId: DEMO.otherLocationId });
	const error = await fail(sandbox, 'get', { parameters: { contactId: byId(other.id) } });

	expect(error.message).toContain('The token does not have access to this location.');
	expect(error.description).toContain(DEMO.locationId);
});

test('delete says so and takes away that contact alone', async () => {
	const other = sandbox.state.addContact({ locationId: DEMO.locationId });
	const items = await succeed(sandbox, 'delete', { parameters: { contactId: byId(contactId) } });

	expect(items).toEqual([{ deleted: true }]);
	expect(stored(sandbox)).toEqual([other]);
	expect(calls(sandbox)).toEqual([`DELETE /contacts/${contactId}`]);
});

test('deleting a contact that does not exist is an error', async () => {
	await succeed(sandbox, 'delete', { parameters: { contactId: byId(contactId) } });
	const error = await fail(sandbox, 'delete', { parameters: { contactId: byId(contactId) } });

	expect(error.message).toContain(`Contact with id ${contactId} not found`);
});
