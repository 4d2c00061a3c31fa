import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { APP_SCOPES } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { connect, runOperationOAuth } from '../../../support/oAuth2';
import { fail, succeed } from '../../../support/odd/outcomes';
import { detailsOf, textOf } from '../../../support/sandboxRuns';

const { companyId, locationId } = DEMO;

let sandbox: HighLevelSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

const agency = (scopes?: readonly string[]) =>
	connect(sandbox, { userType: 'Company', ...(scopes && { scopes }) });
const create = async (parameters: IDataObject, connection = agency()) =>
	await runOperationOAuth(connection, 'location.create', { parameters });
const named = (name: string) => [...sandbox.state.locations.values()].filter((one) => one.name === name);
const posts = () =>
	sandbox.requests.filter(({ method, path }) => method === 'POST' && path === '/locations/');

test('a location is created in the agency that is connected, with all that is given', async () => {
	const run = await create({
		name: 'Pier Homes',
		additionalFields: { country: 'Germany', phone: '030 123456', city: 'Berlin' },
		prospectInfo: { firstName: 'Ada', lastName: 'Byron', email: 'ada@pier.example' },
		settings: { allowDuplicateOpportunity: true },
		social: { yelp: 'https://yelp.example/pier' },
	});

	expect(textOf(run).trim()).toBe('');
	const [stored] = named('Pier Homes');
	expect(run.items.map(({ json }) => json)).toMatchObject([
		{
			id: stored?.id,
			companyId,
			name: 'Pier Homes',
			country: 'DE',
			phone: '+4930123456',
			settings: { allowDuplicateOpportunity: true, allowDuplicateContact: false },
			social: { yelp: 'https://yelp.example/pier' },
		},
	]);
	expect(posts()[0]?.body).toEqual({
		name: 'Pier Homes',
		city: 'Berlin',
		country: 'DE',
		phone: '+4930123456',
		prospectInfo: { firstName: 'Ada', lastName: 'Byron', email: 'ada@pier.example' },
		settings: { allowDuplicateOpportunity: true },
		social: { yelp: 'https://yelp.example/pier' },
		companyId,
	});
});

test('an agency works with the scopes that are named, and no others', async () => {
	const run = await create({ name: 'Pier Homes' }, agency(['locations.write', 'locations.readonly']));

	expect(textOf(run).trim()).toBe('');
	expect(named('Pier Homes')).toHaveLength(1);
});

test('a private integration of the agency creates one, too', async () => {
	const [created] = await succeed(sandbox, 'location.create', { parameters: { name: 'Pier Homes' } });

	expect(created).toMatchObject({ companyId, name: 'Pier Homes' });
});

describe('is refused, and says that an agency is needed,', () => {
	const needed = 'A location can only be created with the connection of an agency.';

	test('with the private integration of a location', async () => {
		const error = await fail(sandbox, 'location.create', {
			parameters: { name: 'Pier Homes' },
			token: DEMO.token,
		});

		expect(error.message).toContain(needed);
		expect(error.description).toContain('connect the agency with the scope locations.write');
	});

	test('with the connection of a location', async () => {
		expect(textOf(await create({ name: 'Pier Homes' }, connect(sandbox)))).toContain(needed);
	});

	test('where a location of the agency is chosen', async () => {
		const run = await create({ name: 'Pier Homes', locationId: byId(locationId) });

		expect(textOf(run)).toContain(needed);
		expect(textOf(run)).toContain('leave Location empty');
	});

	test('with an agency whose app lacks the scope', async () => {
		const scopes = APP_SCOPES.filter((one) => one !== 'locations.write');

		expect(textOf(await create({ name: 'Pier Homes' }, agency(scopes)))).toContain('locations.write');
	});

	afterEach(() => {
		expect(named('Pier Homes')).toEqual([]);
	});
});

test.each<[IDataObject, string]>([
	[{ name: '={{ $json.nothing }}' }, '"Name" is empty'],
	[{ additionalFields: { country: 'Atlantis' } }, '"Country" is not a country: Atlantis'],
	[{ additionalFields: { phone: 'soon' } }, '"Phone"'],
	[
		{ prospectInfo: { email: 'ada@x.example' } },
		'"Prospect" is not complete: First Name, Last Name are empty',
	],
	[{ settings: { allowDuplicateContact: 'maybe' } }, '"Allow Duplicate Contacts" is either true or false'],
])('%j is refused before anything is sent', async (parameters, message) => {
	const run = await create({ name: 'Pier Homes', ...parameters });

	expect(textOf(run)).toContain(message);
	expect(sandbox.requests).toEqual([]);
});

describe('when the response is lost', () => {
	const lose = (times: number) =>
		sandbox.faults.add({ kind: 'lostAnswer', method: 'POST', path: '^/locations/?$', times });

	test('the location that was created is found, and no second one is made', async () => {
		lose(1);
		const run = await create({ name: 'Pier Homes' });

		expect(textOf(run).trim()).toBe('');
		expect(run.items.map(({ json }) => json.id)).toEqual(named('Pier Homes').map(({ id }) => id));
		expect(posts()).toHaveLength(1);
	});

	test('one that was there before under the same name is not taken for it', async () => {
		const [older] = sandbox.state.seedLocations(1);
		if (!older) throw new Error('The sandbox has no location');
		sandbox.state.locations.set(older.id, { ...older, name: 'Pier Homes' });
		lose(1);
		const run = await create({ name: 'Pier Homes' });

		const created = named('Pier Homes').filter(({ id }) => id !== older.id);
		expect(created).toHaveLength(1);
		expect(run.items.map(({ json }) => json.id)).toEqual([created[0]?.id]);
	});

	test('it is created again when it is certainly not there', async () => {
		sandbox.faults.add({ kind: 'connectionReset', method: 'POST', path: '^/locations/?$', times: 1 });
		const run = await create({ name: 'Pier Homes' });

		expect(textOf(run).trim()).toBe('');
		expect(named('Pier Homes')).toHaveLength(1);
	});

	test('without the scope to look for it, it says that it may have happened', async () => {
		const connection = agency(['locations.write']);
		sandbox.faults.add({ kind: 'lostAnswer', method: 'POST', path: '^/locations/?$', times: 1 });
		const run = await create({ name: 'Pier Homes' }, connection);

		expect(detailsOf(run).mayHaveHappened).toBe(true);
		expect(named('Pier Homes')).toHaveLength(1);
	});
});
