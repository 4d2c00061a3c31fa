import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { connect, runContactOAuth } from '../../../support/oAuth2';
import { emailsOf, people, PERSON, storedEmails, textOf } from '../../../support/sandboxRuns';

let sandbox: HighLevelSandbox;

beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

const { locationId, otherLocationId } = DEMO;
const fromList = (value: string): IDataObject => ({ __rl: true, mode: 'list', value });
const byUrl = (value: string): IDataObject => ({ __rl: true, mode: 'url', value });
const pageOf = (id: string) => `https://app.gohighlevel.com/v2/location/${id}/contacts/smart_list/All`;

const OWN: Array<[string, IDataObject]> = [
	['left empty', {}],
	['empty, from the list', { locationId: fromList('') }],
	['empty, by ID', { locationId: byId('') }],
	['named from the list', { locationId: fromList(locationId) }],
	['named by ID', { locationId: byId(locationId) }],
	['named by ID with blanks around it', { locationId: byId(` ${locationId} `) }],
	['named by the address of one of its pages', { locationId: byUrl(pageOf(locationId)) }],
	['named on a domain of its own', { locationId: byUrl(`https://crm.example.com/location/${locationId}`) }],
	['named by an expression', { locationId: byId('={{ $json.where }}') }],
	['left empty by an expression', { locationId: byId('={{ $json.nothing }}') }],
	['left empty by an expression that gives null', { locationId: byId('={{ null }}') }],
];

test.each(OWN)('a connection to a location works in it with Location %s', async (_, location) => {
	const run = await runContactOAuth(connect(sandbox), 'create', {
		items: people(3).map((person) => ({ ...person, where: locationId })),
		parameters: { ...PERSON, ...location },
	});

	expect(textOf(run).trim()).toBe('');
	expect(storedEmails(sandbox)).toEqual(emailsOf(people(3)));
});

const OTHER: Array<[string, IDataObject]> = [
	['from the list', fromList(otherLocationId)],
	['by ID', byId(otherLocationId)],
	['by the address of one of its pages', byUrl(pageOf(otherLocationId))],
	['by an expression', byId('={{ $json.where }}')],
];

test.each(OTHER)('another location, named %s, is refused before anything is sent', async (_, location) => {
	const run = await runContactOAuth(connect(sandbox), 'create', {
		items: people(3).map((person) => ({ ...person, where: otherLocationId })),
		parameters: { ...PERSON, locationId: location },
	});

	expect(run.error?.message).toBe(
		`This connection is to the location ${locationId}, and the node asks for ${otherLocationId} [item 0]`,
	);
	expect(run.error?.description).toContain('Leave Location empty, or use a credential that is connected to');
	expect(sandbox.requests).toEqual([]);
});

test('only the items that ask for another location are refused', async () => {
	const items = people(20).map((person, index) => ({
		...person,
		where: index % 5 === 0 ? otherLocationId : locationId,
	}));
	const run = await runContactOAuth(connect(sandbox), 'create', {
		items,
		parameters: { ...PERSON, locationId: byId('={{ $json.where }}') },
		onError: 'continueErrorOutput',
	});

	expect(run.errorItems.map(({ pairedItem }) => pairedItem)).toEqual(
		[0, 5, 10, 15].map((item) => expect.objectContaining({ item })),
	);
	expect(run.errorItems[0]?.json.details).toMatchObject({ field: 'locationId' });
	expect(run.items).toHaveLength(16);
	expect(storedEmails(sandbox, otherLocationId)).toEqual([]);
});

test('an address that is none of a location is refused before anything is sent', async () => {
	const run = await runContactOAuth(connect(sandbox), 'create', {
		items: [{ ...people(1)[0], page: 'https://app.gohighlevel.com/settings' }],
		parameters: { ...PERSON, locationId: byUrl('={{ $json.page }}') },
	});

	expect(run.error?.message).toContain("Location parameter's value is invalid");
	expect(sandbox.requests).toEqual([]);
});

test('a connection to the other location works there, and nowhere else', async () => {
	const connection = connect(sandbox, { locationId: otherLocationId });
	await runContactOAuth(connection, 'create', { items: people(2), parameters: PERSON });

	expect(storedEmails(sandbox, otherLocationId)).toEqual(emailsOf(people(2)));
	expect(storedEmails(sandbox, locationId)).toEqual([]);
});
