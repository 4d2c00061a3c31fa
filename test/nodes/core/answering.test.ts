import { createServer, request } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { answerTo } from '../../../nodes/core/webhook/answering';
import { FakeClock } from '../../support/fakeClock';

let server: Server;
let handled: Promise<ServerResponse>;

beforeEach(async () => {
	server = createServer();
	handled = new Promise((resolve) =>
		server.on('request', (_: IncomingMessage, response: ServerResponse) => resolve(response)),
	);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

/** A request that has arrived, and the way to hang up. */
async function arrived() {
	const sent = request({ port: (server.address() as AddressInfo).port, method: 'POST', agent: false });
	sent.on('error', () => undefined).end('x');
	const response = await handled;
	const hangUp = async () => {
		const gone = new Promise((resolve) => response.once('close', resolve));
		sent.destroy();
		await gone;
	};
	return { response, hangUp };
}

test.each([200, 401, 500])('tells the status of an answer: %d', async (status) => {
	const { response } = await arrived();
	const answer = answerTo(response);
	response.statusCode = status;
	response.end();
	expect(await answer).toBe(status);
});

test('tells it when the answer was given before anybody asked', async () => {
	const { response } = await arrived();
	response.statusCode = 202;
	await new Promise<void>((resolve) => response.end(resolve));
	expect(await answerTo(response)).toBe(202);
});

test('tells an answer that comes after the sender has hung up', async () => {
	const { response, hangUp } = await arrived();
	const answer = answerTo(response);
	await hangUp();
	response.statusCode = 500;
	response.end();
	expect(await answer).toBe(500);
});

test('tells an answer to a sender that had hung up before anybody asked', async () => {
	const { response, hangUp } = await arrived();
	await hangUp();
	const answer = answerTo(response);
	response.end();
	expect(await answer).toBe(200);
});

test('gives up when there never is one', async () => {
	const { response, hangUp } = await arrived();
	await hangUp();
	const clock = new FakeClock();
	const answer = answerTo(response, clock);
	await clock.run();
	expect(await answer).toBeUndefined();
});
