import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { startSandbox } from '../../../support/highLevel';
import { operations, plain, runWith } from './operations';

// The rule is the same after shorter waits.
pace({ rateLimit: { max: 100_000 }, backoff: { firstMs: 0, maxMs: 0 }, looksMs: [0] });

/** Operations whose result is what HighLevel answers. */
const READS = /\.(get|getAll|getAppointments|getByBusiness|getFreeSlots|search)$/;

/** HighLevel answers an empty object when a calendar has no free slot. */
function isNothingFound(what: string, id: string): boolean {
	return what === 'an empty object' && id === 'appointment.getFreeSlots';
}

const ANSWERS: Record<string, [type: string, body: string]> = {
	'a login page': ['text/html', '<html><body>Please log in</body></html>'],
	'an empty object': ['application/json', '{}'],
	'a list': ['application/json', '[]'],
	null: ['application/json', 'null'],
	nothing: ['text/plain', ''],
};

let sandbox: HighLevelSandbox;
let server: Server;
let answer: [type: string, body: string] = ['', ''];
beforeAll(async () => {
	sandbox = await startSandbox();
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
	'a host that is not HighLevel but answers %s is no riddle to the user of %s',
	async (what, id) => {
		answer = ANSWERS[what] as [string, string];
		const { port } = server.address() as AddressInfo;
		const baseUrl = `http://127.0.0.1:${port}`;
		const { run } = await runWith(sandbox, id, { baseUrl, parameters: plain(id) });

		const message = run.error?.message ?? '';
		if (READS.test(id) && !isNothingFound(what, id))
			expect(message).toContain('did not answer like HighLevel');
		if (what === 'a login page') {
			expect(message).toMatch(/did not answer|answer was lost/);
			expect(run.error?.description).toMatch(/[Cc]heck the Base URL/);
		}
		expect(message).not.toMatch(/undefined|null|iterable|not a function|destructur|Cannot read/);
	},
);
