import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { pace } from '../../../support/pace';
import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { startWiseAgent } from '../../../support/wiseAgent';
import { operations, runWith } from './operations';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 0, maxMs: 0 }, looksMs: [0] });

const ANSWERS: Record<string, [type: string, body: string]> = {
	'a login page': ['text/html', '<html><body>Please log in</body></html>'],
	'an empty object': ['application/json', '{}'],
	'a list': ['application/json', '[]'],
	'a list of something else': ['application/json', '[{"kind":"parrot"},{"kind":"cat"}]'],
	null: ['application/json', 'null'],
	nothing: ['text/plain', ''],
	'a greeting': ['text/plain', 'It works!'],
};

/** An empty list is what Wise Agent itself answers where there is nothing. */
const isNothingFound = (what: string, id: string) =>
	what === 'a list' && /\.(getAll|getAddresses|find|create)$|^contact\.count$/.test(id);

let sandbox: WiseAgentSandbox;
let server: Server;
let answer: [type: string, body: string] = ['', ''];
beforeAll(async () => {
	sandbox = await startWiseAgent();
	server = createServer((_, response) => {
		response.setHeader('Content-Type', answer[0]);
		response.end(answer[1]);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
	await new Promise((resolve) => server.close(resolve));
	await sandbox.close();
});

const cases = Object.keys(ANSWERS).flatMap((what) => operations.map(({ id }) => [what, id] as const));

test.each(cases)(
	'a host that is not Wise Agent but answers %s is no riddle to the user of %s',
	async (what, id) => {
		answer = ANSWERS[what] as [string, string];
		const { port } = server.address() as AddressInfo;
		const { run } = await runWith(sandbox, id, { baseUrl: `http://127.0.0.1:${port}` });

		const message = run.error?.message ?? '';
		if (!isNothingFound(what, id)) {
			expect(message).toMatch(
				/did not answer like Wise Agent|answer was lost|Wise Agent did not answer|was not found|does not say whether|It works!/,
			);
		}
		expect(message).not.toMatch(/undefined|null|iterable|not a function|destructur|Cannot read/);
	},
);
