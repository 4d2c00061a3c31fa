import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import type { WiseAgentConnection } from '../../../support/wiseAgent';
import { connectWiseAgent, DEMO, runWiseAgent, startWiseAgent, tokensOf } from '../../../support/wiseAgent';

let sandbox: WiseAgentSandbox;
let forwarder: Forwarder;
beforeAll(async () => {
	sandbox = await startWiseAgent({ empty: false });
	forwarder = await startForwarder(sandbox.url);
});
afterAll(async () => {
	await forwarder.close();
	await sandbox.close();
});

const CATEGORIES = 'category.getAll';
const { clientSecret } = DEMO.app;

/** Has the answers to reads repeat the secrets of a connection. */
function repeats(connection: WiseAgentConnection): void {
	const { access_token: token } = tokensOf(connection);
	const shown = JSON.stringify(`${token} ${clientSecret}`);
	forwarder.passage.answer = (body) => body.replace(/("name"\s*:\s*)"[^"]*"/i, `$1${shown}`);
}

test('each of 25 people who use one client finds no secret in a response that repeats it', async () => {
	for (let person = 0; person < 25; person++) {
		const connection = connectWiseAgent(sandbox);
		repeats(connection);
		const run = await runWiseAgent(sandbox, CATEGORIES, { connection, baseUrl: forwarder.url });

		expect(run.error?.message).toBeUndefined();
		expect(JSON.stringify(run.items)).toContain('[secret]');
		expect(run.stored).not.toContain(tokensOf(connection).access_token);
		expect(run.stored).not.toContain(clientSecret);
	}
});
