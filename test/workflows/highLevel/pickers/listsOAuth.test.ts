import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { GoHighLevel } from '../../../../nodes/GoHighLevel/GoHighLevel.node.ts';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { APP_SCOPES } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import type { StoredConnection } from '../../../support/oAuth2';
import { connect, oAuthRequests, secretsOf, tokensOf } from '../../../support/oAuth2';
import { editorContext, editorContextOAuth, errorOf } from './editor';

const { listSearch, loadOptions, resourceMapping } = new GoHighLevel().methods;
const {
	searchBusinesses,
	searchCampaigns,
	searchContacts,
	searchLocations,
	searchTags,
	searchUsers,
	searchWorkflows,
} = listSearch;
const { getContactCustomFields, getUsers } = loadOptions;
const { locationId, otherLocationId } = DEMO;

let sandbox: HighLevelSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	token?: string,
) => Promise<INodeListSearchResult>;

const without = (...scopes: string[]) => APP_SCOPES.filter((scope) => !scopes.includes(scope));

/** Scrolls through a list as the editor does, page after page. */
async function scroll(
	list: ListSearch,
	context: () => ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult['results'][]> {
	const pages = [];
	let token: string | undefined;
	do {
		const page = await list.call(context(), filter, token);
		pages.push(page.results);
		token = page.paginationToken as string | undefined;
	} while (token !== undefined);
	return pages;
}

describe('the list of locations', () => {
	const agency = () => connect(sandbox, { userType: 'Company' });
	const opened = (connection: StoredConnection) => () => editorContextOAuth(connection);

	test('shows those in which the app is installed, with name and address', async () => {
		const connection = agency();
		sandbox.state.seedLocations(3, { installed: false });
		sandbox.oauth.uninstall({ locationId: otherLocationId });

		expect(await scroll(searchLocations, opened(connection))).toEqual([
			[{ name: 'Harborview Realty (48 South Street, New York, NY 10005, US)', value: locationId }],
		]);
	});

	test('goes on page after page until the last of 120, each once', async () => {
		const ids = sandbox.state.seedLocations(118).map(({ id }) => id);
		const pages = await scroll(searchLocations, opened(agency()));

		expect(pages.map(({ length }) => length)).toEqual([50, 50, 20]);
		expect(new Set(pages.flat().map(({ value }) => value))).toEqual(
			new Set([...ids, locationId, otherLocationId]),
		);
	});

	test('ends after a last page that is full', async () => {
		sandbox.state.seedLocations(48);
		const pages = await scroll(searchLocations, opened(agency()));

		expect(pages.flat()).toHaveLength(50);
	});

	test('searches in HighLevel, so that it finds locations that no page has shown yet', async () => {
		sandbox.state.seedLocations(118);
		const pages = await scroll(searchLocations, opened(agency()), 'harborview');

		expect(pages.flat().map(({ value }) => value)).toEqual([locationId]);
		expect(sandbox.requests).toHaveLength(1);
	});

	test('asks for a new token when the old one has expired, and keeps it', async () => {
		const connection = agency();
		const before = tokensOf(connection);
		sandbox.oauth.expireAccessTokens();
		const pages = await scroll(searchLocations, opened(connection));

		expect(pages.flat()).toHaveLength(2);
		expect(tokensOf(connection).refresh_token).not.toBe(before.refresh_token);
		expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 1 });
	});

	test('says which scope it lacks', async () => {
		const connection = connect(sandbox, { userType: 'Company', scopes: without('oauth.readonly') });
		const error = await errorOf(searchLocations.call(editorContextOAuth(connection)));

		expect(error.message).toContain('The token is not authorized for this scope.');
		expect(error.description).toContain('The connection lacks the scope oauth.readonly.');
		expect(sandbox.requests).toHaveLength(1);
	});

	test('says that there is nothing to choose for a connection to one location', async () => {
		const error = await errorOf(searchLocations.call(editorContextOAuth(connect(sandbox))));

		expect(error.message).toBe(`This connection is to the location ${locationId}, not to an agency`);
		expect(error.description).toBe('Leave Location empty: the connected one is used.');
		expect(sandbox.requests).toEqual([]);
	});
});

describe.each<[what: string, list: ListSearch, ids: string[], found: string]>([
	['workflows', searchWorkflows, [DEMO.workflows.newLead, DEMO.workflows.openHouse], 'open'],
	['campaigns', searchCampaigns, [DEMO.campaigns.spring], 'spr'],
])('the list of %s', (what, list, ids, found) => {
	test('shows those of the location, with a private token', async () => {
		const { results, paginationToken } = await list.call(editorContext(sandbox));

		expect(results.map(({ value }) => value).sort()).toEqual([...ids].sort());
		for (const { name, value } of results) expect(name).not.toBe(value);
		expect(paginationToken).toBeUndefined();
	});

	test('is searched here, in whatever case, since HighLevel knows no search for it', async () => {
		const { results } = await list.call(editorContext(sandbox), found.toUpperCase());

		expect(results).toHaveLength(1);
		expect(results[0]?.name.toLowerCase()).toContain(found);
		expect((await list.call(editorContext(sandbox), 'no such name')).results).toEqual([]);
		expect(sandbox.requests.map(({ query }) => query)).toEqual([{ locationId }, { locationId }]);
	});

	test('says which scope it lacks', async () => {
		const connection = connect(sandbox, { scopes: without(`${what}.readonly`) });
		const error = await errorOf(list.call(editorContextOAuth(connection)));

		expect(error.description).toContain(`The connection lacks the scope ${what}.readonly.`);
	});

	test('is of the location that an agency has chosen in the node', async () => {
		const connection = connect(sandbox, { userType: 'Company' });
		const here = await list.call(editorContextOAuth(connection, byId(locationId)));
		const there = await list.call(editorContextOAuth(connection, byId(otherLocationId)));

		expect(here.results.map(({ value }) => value).sort()).toEqual([...ids].sort());
		for (const { value } of there.results) expect(ids).not.toContain(value);
	});
});

test('the list of tags shows those of the location, is searched here, and says which scope it lacks', async () => {
	for (const [id, name, where] of [
		['tagFair', 'book fair', locationId],
		['tagBuyer', 'buyer of land', locationId],
		['tagOther', 'fair elsewhere', otherLocationId],
	] as const) {
		sandbox.state.tags.set(id, { id, name, locationId: where });
	}

	const { results } = await searchTags.call(editorContext(sandbox));
	expect(results).toContainEqual({ name: 'buyer of land', value: 'tagBuyer' });
	expect(results.map(({ value }) => value)).not.toContain('tagOther');
	expect((await searchTags.call(editorContext(sandbox), 'FAIR')).results).toEqual([
		{ name: 'book fair', value: 'tagFair' },
	]);
	const weak = connect(sandbox, { scopes: without('locations/tags.readonly') });
	const error = await errorOf(searchTags.call(editorContextOAuth(weak)));
	expect(error.description).toContain('The connection lacks the scope locations/tags.readonly.');
});

describe('the list of businesses', () => {
	const addBusinesses = (count: number) => {
		for (let index = 0; index < count; index++) {
			const id = `business${index}`;
			sandbox.state.add('businesses', { id, locationId, name: `Harbour Company ${index}` });
		}
	};
	const opened = () => editorContext(sandbox);

	test('goes on page after page until the last one, each once', async () => {
		addBusinesses(119);
		const pages = await scroll(searchBusinesses, opened);

		expect(pages.map(({ length }) => length)).toEqual([50, 50, 20]);
		expect(new Set(pages.flat().map(({ value }) => value)).size).toBe(120);
		expect(pages.flat()).toContainEqual({ name: 'North Pier Holdings', value: DEMO.businesses.northPier });
	});

	test('finds one that no page has shown yet, with no empty page before it at which the editor would stop', async () => {
		addBusinesses(119);
		const pages = await scroll(searchBusinesses, opened, 'COMPANY 118');

		expect(pages).toEqual([[{ name: 'Harbour Company 118', value: 'business118' }]]);
	});

	test('finds all that match, over several pages', async () => {
		addBusinesses(119);
		const pages = await scroll(searchBusinesses, opened, 'company 1');

		expect(pages.flat()).toHaveLength(1 + 10 + 19);
		expect(await scroll(searchBusinesses, opened, 'no such name')).toEqual([[]]);
	});

	test('is of the location that an agency has chosen, and says which scope is missing', async () => {
		const agency = connect(sandbox, { userType: 'Company' });
		const there = await searchBusinesses.call(editorContextOAuth(agency, byId(otherLocationId)));
		expect(there.results).toEqual([]);

		const weak = connect(sandbox, { scopes: without('businesses.readonly') });
		const error = await errorOf(searchBusinesses.call(editorContextOAuth(weak)));
		expect(error.description).toContain('The connection lacks the scope businesses.readonly.');
	});
});

describe('the users for fields that take several', () => {
	test('are those of the location, with name and e-mail', async () => {
		expect(await getUsers.call(editorContext(sandbox))).toEqual([
			{ name: 'Amelia Hart (amelia@harborview.example)', value: DEMO.users.amelia },
			{ name: 'Ben Okafor (ben@harborview.example)', value: DEMO.users.ben },
			{ name: 'Chloe Marsh (chloe@harborview.example)', value: DEMO.users.chloe },
		]);
	});

	test.each([97, 250])('are all there, also beyond the first hundred (%i more)', async (more) => {
		const ben = sandbox.state.users.get(DEMO.users.ben);
		if (!ben) throw new Error('The seed has no Ben');
		for (let index = 0; index < more; index++) {
			sandbox.state.users.set(`user${index}`, { ...ben, id: `user${index}`, lastName: `No${index}` });
		}
		const values = (await getUsers.call(editorContext(sandbox))).map(({ value }) => value);

		expect(values).toHaveLength(more + 3);
		expect(new Set(values).size).toBe(more + 3);
	});

	test('need two scopes, and each is named when it is missing', async () => {
		const noUsers = connect(sandbox, { scopes: without('users.readonly') });
		const error = await errorOf(getUsers.call(editorContextOAuth(noUsers)));

		expect(error.description).toContain('The connection lacks the scope users.readonly.');
	});

	test('say that the location cannot be read', async () => {
		const noLocation = connect(sandbox, {
			locationId: otherLocationId,
			scopes: without('locations.readonly'),
		});
		const error = await errorOf(getUsers.call(editorContextOAuth(noLocation)));

		expect(error.message).toContain('The token may not read the location');
		expect(error.description).toContain('locations.readonly');
	});
});

describe('the custom fields for conditions of a search', () => {
	test('are those of contacts of this location, by name', async () => {
		const options = await getContactCustomFields.call(editorContext(sandbox));

		expect(options).toContainEqual({ name: 'Budget', value: DEMO.customFields.budget });
		const values = options.map(({ value }) => value);
		expect(values).not.toContain(DEMO.customFields.dealType);
		expect(values).not.toContain(DEMO.customFields.otherLocationField);
	});

	test('are those of the location that an agency has chosen', async () => {
		const connection = connect(sandbox, { userType: 'Company' });
		const options = await getContactCustomFields.call(editorContextOAuth(connection, byId(otherLocationId)));

		expect(options.map(({ value }) => value)).toEqual([DEMO.customFields.otherLocationField]);
	});
});

describe('lists of an agency', () => {
	const LISTS: Array<[string, (this: ILoadOptionsFunctions) => Promise<unknown>]> = [
		['contacts', searchContacts],
		['users', searchUsers],
		['workflows', searchWorkflows],
		['campaigns', searchCampaigns],
		['businesses', searchBusinesses],
		['tags', searchTags],
		['users for several', getUsers],
		['custom fields', resourceMapping.contactCustomFields],
		['custom fields of a search', getContactCustomFields],
	];

	const MAPPER: unknown = resourceMapping.contactCustomFields;

	test('custom fields: without a location, the panel says that one is to be chosen first', async () => {
		const connection = connect(sandbox, { userType: 'Company' });
		const { fields, emptyFieldsNotice } = await resourceMapping.contactCustomFields.call(
			editorContextOAuth(connection),
		);

		expect(fields).toEqual([]);
		expect(emptyFieldsNotice).toMatch(
			/to an agency, and no location is chosen\. Choose the location in the node.* Then close this node/,
		);
	});

	test.each(LISTS.filter(([, list]) => list !== MAPPER))(
		'%s: without a location, say that one is to be chosen first',
		async (_, list) => {
			const connection = connect(sandbox, { userType: 'Company' });
			const error = await errorOf(list.call(editorContextOAuth(connection)));

			expect(error.message).toBe('This connection is to an agency, and no location is chosen');
			expect(error.description).toContain('Choose the location in the node');
			expect(sandbox.requests).toEqual([]);
		},
	);

	test('share one token of the location, also with each other at once', async () => {
		const connection = connect(sandbox, { userType: 'Company' });
		await Promise.all(
			LISTS.map(async ([, list]) => await list.call(editorContextOAuth(connection, byId(locationId)))),
		);

		expect(oAuthRequests(sandbox)).toHaveLength(1);
	});

	test('work with a location chosen by the address of its page', async () => {
		sandbox.state.addContact({ locationId: otherLocationId, email: 'lake@example.com' });
		const connection = connect(sandbox, { userType: 'Company' });
		const where = {
			__rl: true,
			mode: 'url',
			value: `https://app.gohighlevel.com/v2/location/${otherLocationId}/dashboard`,
		};
		const { results } = await searchContacts.call(editorContextOAuth(connection, where));

		expect(results.map(({ name }) => name)).toEqual(['lake@example.com']);
	});
});

describe('an expired token', () => {
	test('is replaced once for all the lists that a node opens at once', async () => {
		const connection = connect(sandbox);
		sandbox.oauth.expireAccessTokens();
		await Promise.all(
			[searchContacts, searchUsers, searchWorkflows, searchCampaigns].map(
				async (list: ListSearch) => await list.call(editorContextOAuth(connection)),
			),
		);

		expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 1, refusedRefreshes: 0 });
	});

	test('that cannot be replaced is told without any token', async () => {
		const connection = connect(sandbox);
		const secrets = secretsOf(sandbox);
		sandbox.oauth.uninstall({ locationId });
		const error = await errorOf(searchContacts.call(editorContextOAuth(connection)));

		expect(error.message).toContain('The HighLevel credential has to be connected again: Invalid grant');
		expect(error.description).toContain('click Reconnect');
		const shown = JSON.stringify({ ...error, message: error.message, stack: (error as Error).stack });
		for (const secret of secrets) expect(shown).not.toContain(secret);
		expect(shown).not.toMatch(/Bearer|client_secret|refresh_token/);
	});
});
