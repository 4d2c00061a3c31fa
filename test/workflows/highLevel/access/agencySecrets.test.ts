import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { change, connect, runContactOAuth, tokensOf } from '../../../support/oAuth2';
import { people, PERSON } from '../../../support/sandboxRuns';

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
beforeAll(async () => {
	sandbox = await startSandbox();
	forwarder = await startForwarder(sandbox.url);
});
afterAll(async () => {
	await forwarder.close();
	await sandbox.close();
});

test.each([
	['has', false],
	['gets while it runs', true],
])('no response of a location shows the token that its agency %s', async (_, isExpired) => {
	const connection = change(connect(sandbox, { userType: 'Company' }), { baseUrl: forwarder.url });
	if (isExpired) sandbox.oauth.expireAccessTokens();
	const before = tokensOf(connection).access_token;
	const [person] = people(1);
	forwarder.passage.answer = (body, { path }) =>
		path.startsWith('/contacts/')
			? body.replace(/("firstName":)"[^"]*"/, `$1${JSON.stringify(tokensOf(connection).access_token)}`)
			: body;
	const run = await runContactOAuth(connection, 'create', {
		items: [{ ...person, email: `expired-${isExpired}@example.com` }],
		parameters: { ...PERSON, locationId: byId(DEMO.locationId) },
	});

	const { access_token: token } = tokensOf(connection);
	expect(token !== before).toBe(isExpired);
	expect(run.error?.message).toBeUndefined();
	expect(run.items[0]?.json.firstName).toContain('[secret]');
	expect(run.stored).not.toContain(token.split('.')[2] ?? token);
});
