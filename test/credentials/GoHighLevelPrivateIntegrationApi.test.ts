import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { GoHighLevelPrivateIntegrationApi } from '../../credentials/GoHighLevelPrivateIntegrationApi.credentials';
import type { HighLevelSandbox } from '../../sandbox/highLevel';
import { DEMO, startSandbox } from '../support/highLevel';
import type { Verdict } from './testCredential';
import { testCredential } from './testCredential';

const TOKENS = {
	contactsOnly: 'pit-00000000-demo-demo-demo-contactsonly',
	noContacts: 'pit-00000000-demo-demo-demo-nocontacts01',
	oauthAgency: 'oauth-00000000-demo-demo-demo-agency0001',
};

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
	const demo = sandbox.state.tokens.get(DEMO.token);
	const agency = sandbox.state.tokens.get(DEMO.agencyToken);
	if (!demo || !agency) throw new Error('The seed has no tokens');
	const { tokens } = sandbox.state;
	tokens.set(TOKENS.contactsOnly, { ...demo, token: TOKENS.contactsOnly, scopes: ['contacts.readonly'] });
	tokens.set(TOKENS.noContacts, { ...demo, token: TOKENS.noContacts, scopes: ['locations.readonly'] });
	tokens.set(TOKENS.oauthAgency, { ...agency, token: TOKENS.oauthAgency, kind: 'oauth' });
});
beforeEach(() => sandbox.faults.clear());
afterAll(async () => await sandbox.close());

async function verdictOn(credential: object = {}): Promise<Verdict> {
	return await testCredential(new GoHighLevelPrivateIntegrationApi(), {
		token: DEMO.token,
		locationId: DEMO.locationId,
		baseUrl: sandbox.url,
		...credential,
	});
}

test.each<[what: string, credential: object]>([
	['all scopes', {}],
	['no scope but reading contacts', { token: TOKENS.contactsOnly }],
])('a right credential is accepted: %s', async (_, credential) => {
	expect(await verdictOn(credential)).toEqual({ status: 'OK', message: 'Connection successful!' });
});

test('a Base URL with a slash at its end is accepted', async () => {
	expect(await verdictOn({ baseUrl: `${sandbox.url}/` })).toMatchObject({ status: 'OK' });
});

describe('a credential that will not work is refused, with the reason', () => {
	test.each<[what: string, credential: object, message: RegExp]>([
		['a wrong token', { token: 'pit-wrong' }, /HighLevel does not know this token/],
		['no token', { token: '' }, /HighLevel does not know this token/],
		[
			'a token without View Contacts',
			{ token: TOKENS.noContacts },
			/lacks the scope contacts\.readonly \(View Contacts\)/,
		],
		['a token of the agency', { token: DEMO.agencyToken }, /or it belongs to an agency/],
		['an OAuth token of the agency', { token: TOKENS.oauthAgency }, /HighLevel refused the token/],
		[
			'the location of another customer',
			{ locationId: DEMO.otherLocationId },
			/it belongs to another location/,
		],
		['a location that does not exist', { locationId: 'nowhere' }, /it belongs to another location/],
		['no location', { locationId: '' }, /HighLevel does not accept the Location ID/],
	])('%s', async (_, credential, message) => {
		expect(await verdictOn(credential)).toEqual({ status: 'Error', message: expect.stringMatching(message) });
	});

	test('too many requests at the moment', async () => {
		sandbox.faults.add({ kind: 'rateLimited', times: 1 });

		expect(await verdictOn()).toEqual({
			status: 'Error',
			message: expect.stringMatching(/Wait ten seconds/),
		});
	});
});

describe('a host that is not HighLevel is not taken for it', () => {
	async function withServer(
		status: number,
		type: string,
		body: string,
		work: (url: string) => Promise<void>,
	): Promise<void> {
		const server: Server = createServer((_, response) => {
			response.writeHead(status, { 'Content-Type': type }).end(body);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		try {
			await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
		} finally {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	}

	test.each<[what: string, status: number, type: string, body: string]>([
		['a page of a web site', 200, 'text/html', '<html><body>Welcome</body></html>'],
		['JSON of another service', 200, 'application/json', '{"ok":true}'],
		['an empty answer', 200, 'application/json', ''],
		['a page that is not found', 404, 'text/html', '<html><body>404</body></html>'],
		['a gateway that is down', 502, 'text/html', '<html><body>502 Bad Gateway</body></html>'],
		['an error of another service', 500, 'application/json', '{"error":"oops"}'],
	])('%s', async (_, status, type, body) => {
		await withServer(status, type, body, async (baseUrl) => {
			expect(await verdictOn({ baseUrl })).toEqual({
				status: 'Error',
				message: 'The answer does not come from HighLevel. Check the Base URL.',
			});
		});
	});

	test('nothing that answers', async () => {
		let closed = '';
		await withServer(200, 'text/plain', '', async (url) => void (closed = url));

		expect(await verdictOn({ baseUrl: closed })).toEqual({ status: 'Error', message: 'ECONNREFUSED' });
	});
});
