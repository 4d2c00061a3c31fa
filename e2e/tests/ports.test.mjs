/** Servers that are started at once, such as several n8n with their task brokers, do not meet at a port. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { brokerPort, freePort, lastingPort } from '../lib/ports.mjs';

test('no port is given twice, although nobody listens there yet', async () => {
	const wanted = lastingPort();
	const first = await freePort(wanted, [10, 20]);
	const others = await Promise.all([10, 20].map(async (distance) => await freePort(first + distance)));
	const again = await freePort(first);
	assert.equal(new Set([first, first + 10, first + 20, ...others, again]).size, 6);
});

test("the ports of task brokers are neither n8n's usual one nor those of other servers", () => {
	for (let tries = 0; tries < 1000; tries++) {
		assert.ok(brokerPort() > 5679);
		assert.ok(brokerPort() < 20_000 && lastingPort() >= 20_000);
	}
});
