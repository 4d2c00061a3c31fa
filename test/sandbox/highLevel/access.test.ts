import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { call, create, DEMO, locationId, start } from './support';

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

describe('who may call', () => {
	test.each([
		['no token', null],
		['a token that nobody issued', 'pit-garbage'],
	])('%s is refused as an invalid JWT', async (_case, token) => {
		const { status, body } = await call(sandbox, 'GET', `/locations/${locationId}`, undefined, { token });
		expect(status).toBe(401);
		expect(body).toEqual({ statusCode: 401, message: 'Invalid JWT', traceId: expect.any(String) });
	});

	test('a token without the scope is refused with 401, not 403', async () => {
		const { status, body } = await call(
			sandbox,
			'POST',
			'/contacts/',
			{ locationId, email: 'a@x.example' },
			{
				token: DEMO.readOnlyToken,
			},
		);
		expect(status).toBe(401);
		expect(body.message).toBe('The token is not authorized for this scope.');
		expect(sandbox.state.contacts.size).toBe(0);
	});

	test('a token with the reading scope only may read', async () => {
		const id = await create(sandbox, { email: 'a@x.example' });
		const { status } = await call(sandbox, 'GET', `/contacts/${id}`, undefined, {
			token: DEMO.readOnlyToken,
		});
		expect(status).toBe(200);
	});

	test('an agency token opens no contacts, but its locations', async () => {
		const token = DEMO.agencyToken;
		const contacts = await call(sandbox, 'GET', `/contacts/?locationId=${locationId}`, undefined, { token });
		expect(contacts.status).toBe(401);
		expect(contacts.body.message).toBe('The token is not authorized for this scope.');
		const users = await call(sandbox, 'GET', `/users/?locationId=${locationId}`, undefined, { token });
		expect(users.status).toBe(401);
		expect(users.body.message).toBe("Token's user type mismatch!");
		const location = await call(sandbox, 'GET', `/locations/${locationId}`, undefined, { token });
		expect(location.status).toBe(200);
	});

	test('an OAuth token of an agency is told that its class may not', async () => {
		const { body: token } = await call(sandbox, 'POST', '/__sandbox/tokens', {
			locationId: null,
			kind: 'oauth',
		});
		const { status, body } = await call(sandbox, 'GET', '/contacts/x', undefined, { token: token.token });
		expect(status).toBe(401);
		expect(body.message).toMatch(/^This authClass type is not allowed/);
	});

	test.each([
		['body', 'POST', '/contacts/', { locationId: DEMO.otherLocationId, email: 'a@x.example' }],
		['query', 'GET', `/contacts/?locationId=${DEMO.otherLocationId}`, undefined],
		['path', 'GET', `/locations/${DEMO.otherLocationId}/tags`, undefined],
	])('another location in the %s is refused with 403', async (_place, method, path, sent) => {
		const { status, body } = await call(sandbox, method, path, sent);
		expect(status).toBe(403);
		expect(body.message).toBe('The token does not have access to this location.');
	});

	test('a list without a location is refused with 403, as pages of it are reported to be', async () => {
		expect((await call(sandbox, 'GET', '/contacts/')).status).toBe(403);
	});

	test("another location's contact is refused with 403", async () => {
		const { id } = sandbox.state.addContact({ locationId: DEMO.otherLocationId });
		expect((await call(sandbox, 'GET', `/contacts/${id}`)).status).toBe(403);
		const own = await call(sandbox, 'GET', `/contacts/${id}`, undefined, { token: DEMO.otherLocationToken });
		expect(own.status).toBe(200);
	});
});

describe('the Version header', () => {
	test('must be there', async () => {
		const { status, body } = await call(sandbox, 'GET', '/contacts/x', undefined, { version: null });
		expect(status).toBe(401);
		expect(body.message).toBe('version header was not found.');
	});

	test('must be a known version', async () => {
		const { status, body } = await call(sandbox, 'GET', '/contacts/x', undefined, {
			version: 'bogus-version',
		});
		expect(status).toBe(400);
		expect(body.message).toBe("Invalid API version segment 'bogus-version' at position 0");
	});

	test.each(['2021-04-15', '2021-07-28', '2023-02-21', 'v3'])('%s is accepted', async (version) => {
		expect((await call(sandbox, 'GET', `/locations/${locationId}`, undefined, { version })).status).toBe(200);
	});

	test.each([
		['GET', '/contacts/?locationId=x'],
		['GET', '/users/?locationId=x'],
	])('v3 no longer has %s %s', async (method, path) => {
		const { status, body } = await call(sandbox, method, path, undefined, { version: 'v3' });
		expect(status).toBe(404);
		expect(body).toMatchObject({ statusCode: 404, error: 'Not Found' });
	});

	test('leaving all campaigns is spelt differently under each version', async () => {
		const id = await create(sandbox, { email: 'a@x.example' });
		const leave = (spelling: string, version: string) =>
			call(sandbox, 'DELETE', `/contacts/${id}/campaigns/${spelling}`, undefined, { version });
		expect((await leave('removeAll', '2021-07-28')).body).toEqual({ succeded: true });
		expect((await leave('remove-all', 'v3')).body).toEqual({ succeeded: true, succeded: true });
		expect((await leave('remove-all', '2021-07-28')).status).toBe(400);
		expect((await leave('removeAll', 'v3')).status).toBe(400);
	});
});

describe('the path', () => {
	test('that nobody serves answers 404, token or not', async () => {
		const { status, body } = await call(sandbox, 'GET', '/nothing/here', undefined, { token: null });
		expect(status).toBe(404);
		expect(body).toMatchObject({ statusCode: 404, message: 'Cannot GET /nothing/here' });
	});

	test('may end in a slash or not', async () => {
		const body = { locationId, email: 'slash@x.example' };
		expect((await call(sandbox, 'POST', '/contacts', body)).status).toBe(201);
		expect((await call(sandbox, 'GET', `/contacts?locationId=${locationId}`)).status).toBe(200);
	});
});

test('the tokens of the demo have all scopes of a location and none of an agency, or of those the ones for reading', () => {
	const scopesOf = (token: string) => sandbox.state.tokens.get(token)?.scopes ?? [];
	expect(scopesOf(DEMO.token)).toEqual(expect.arrayContaining(['contacts.write', 'locations/tags.readonly']));
	expect(scopesOf(DEMO.token).filter((scope) => scope.startsWith('oauth'))).toEqual([]);
	expect(scopesOf(DEMO.readOnlyToken)).toEqual(
		scopesOf(DEMO.token).filter((scope) => scope.endsWith('.readonly')),
	);
});
