import type { WiseAgentSandbox } from './support';
import { answerOf, DEMO, start } from './support';

let sandbox: WiseAgentSandbox;
let clientId: number;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => {
	sandbox.reset();
	clientId = sandbox.state.addContact({}).ClientID;
});
afterAll(() => sandbox.close());

const visit = (ClientId: number) => ({ ClientId, UrlVisited: 'https://x.example', Label: 'Home' });

async function put(
	body: object,
	{ apikey = DEMO.apikey as string, token = DEMO.accessToken as string } = {},
) {
	const path = '/secure/client/api/ClientVisitedDomain.aspx';
	const response = await fetch(`${sandbox.url}${path}?apikey=${apikey}`, {
		method: 'PUT',
		headers: {
			'Content-Type': 'application/json',
			...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
		},
		body: JSON.stringify(body),
	});
	const { status, text } = await answerOf(response);
	return { status, text };
}

test('visited websites are taken as JSON, one or several; one goes before several', async () => {
	expect((await put({ SingleClient: visit(clientId) })).status).toBe(200);
	expect((await put({ BulkClients: [visit(clientId), visit(clientId)] })).status).toBe(200);
	expect((await put({ SingleClient: visit(clientId), BulkClients: [visit(1)] })).status).toBe(200);
	expect(sandbox.state.visits.inGroup(String(clientId))).toHaveLength(4);
});

test.each([
	[{ token: '' }, 401, 'No access token provided.'],
	[{ token: 'unknown' }, 401, 'Access token is invalid.'],
	[{ apikey: '' }, 401, 'No user apikey provided.'],
	[{ apikey: 'short' }, 401, 'User apikey is invalid.'],
	[{ apikey: 'x'.repeat(32) }, 404, 'User with that apikey not found.'],
])('visited websites are refused with real statuses for %j', async (credentials, status, text) => {
	expect(await put({ SingleClient: visit(clientId) }, credentials)).toEqual({ status, text });
});

test.each([
	[{}, 400, 'No SingleClient or BulkClients objects provided.'],
	[{ SingleClient: visit(1) }, 404, 'Client with that ClientId not found.'],
])('visited websites are refused for %j', async (body, status, text) => {
	expect(await put(body)).toEqual({ status, text });
	expect(sandbox.state.visits.size).toBe(0);
});
