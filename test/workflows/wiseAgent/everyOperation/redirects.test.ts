import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Passing } from '../../../support/odd/forwarder';
import { redirectTo } from '../../../support/odd/oddResponses';
import { detailsOf, textOf } from '../../../support/sandboxRuns';
import { operations } from './operations';
import { faultOf, isApi, isWrite, Spoiled } from './spoiled';

const STATUSES = [301, 302, 303, 307, 308];

let spoiled: Spoiled;
let other: Server;
let elsewhere: string;
const received: string[] = [];
beforeAll(async () => {
	spoiled = await Spoiled.start();
	other = createServer((request, response) => {
		received.push(`${request.method} ${request.headers.authorization}`);
		response.setHeader('Content-Type', 'application/json');
		response.end('{"success":true}');
	});
	await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
	elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}/elsewhere`;
});
afterAll(async () => {
	await new Promise((resolve) => other.close(resolve));
	await spoiled.close();
});

test.each(operations)(
	'where what $id writes is redirected, it is said that nobody knows whether it was done',
	async ({ id }) => {
		const calm = await spoiled.calmly(id);
		if (!calm.requests.some(isWrite)) return;
		for (const status of STATUSES) {
			for (const isUnsent of [true, false]) {
				const replaces = (request: Passing) =>
					isApi(request) && isWrite(request) ? { ...redirectTo(elsewhere, status), isUnsent } : undefined;
				const ran = await spoiled.run(id, { replaces });

				expect(faultOf(ran, calm)).toBeUndefined();
				expect(textOf(ran.run)).toContain('Whether the change was made is not known');
				expect(detailsOf(ran.run)).toMatchObject({ mayHaveHappened: true, httpCode: status });
				expect(received).toEqual([]);
			}
		}
	},
);
