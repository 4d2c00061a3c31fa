import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { change, connect, runContactOAuth } from '../../../support/oAuth2';
import { RAW_ERROR } from '../../../support/odd/oddResponses';
import { people, PERSON, textOf } from '../../../support/sandboxRuns';

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
const authorizations: string[] = [];
beforeAll(async () => {
	sandbox = await startSandbox();
	forwarder = await startForwarder(sandbox.url);
});
beforeEach(() => {
	sandbox.reset();
	authorizations.length = 0;
});
afterAll(async () => {
	await forwarder.close();
	await sandbox.close();
});

test.each<[what: string, body: string, said: RegExp]>([
	['an empty object', '{}', /the answer has no fields/],
	['null', 'null', /the answer has no fields/],
	['a list', '[]', /the answer has no fields/],
	['a number', '7', /the answer has no fields/],
	['nothing', '', /the answer has no fields|did not answer like HighLevel/],
	[
		'another spelling',
		'{"accessToken":"loc-0123456789","expires_in":86399}',
		/no access_token, but accessToken, expires_in/,
	],
	[
		'an empty token',
		'{"access_token":"","token_type":"Bearer"}',
		/no access_token, but access_token, token_type/,
	],
	['a token that is no text', '{"access_token":{"value":"x"}}', /no access_token, but access_token/],
	['a page', '<html>Log in</html>', /did not answer like HighLevel/],
])('an agency that gets %s in place of a token for a location sends nothing there', async (_, body, said) => {
	const connection = change(connect(sandbox, { userType: 'Company' }), { baseUrl: forwarder.url });
	forwarder.passage.replaces = ({ path }) => {
		if (!path.startsWith('/oauth/locationToken')) authorizations.push(path);
		return path.startsWith('/oauth/locationToken') ? { status: 200, body } : undefined;
	};
	const run = await runContactOAuth(connection, 'create', {
		items: people(1),
		parameters: { ...PERSON, locationId: byId(DEMO.locationId) },
	});
	expect(textOf(run)).toMatch(said);
	expect(textOf(run)).not.toMatch(RAW_ERROR);
	expect(textOf(run)).not.toContain('loc-0123456789');
	expect(authorizations).toEqual([]);
});
