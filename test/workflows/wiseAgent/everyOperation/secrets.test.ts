import type { Passing, Replacement } from '../../../support/odd/forwarder';
import { DEMO } from '../../../support/wiseAgent';
import { operations } from './operations';
import { isApi, isWrite, Spoiled } from './spoiled';

const { accessToken } = DEMO;
const { clientSecret } = DEMO.app;
const text = `The token ${accessToken} of ${clientSecret} is not accepted`;

/** Everywhere where Wise Agent, or what stands in front of it, may repeat what it was sent. */
const REFUSALS: Replacement[] = [
	...[200, 400, 401, 403, 404, 409, 422].map((status) => ({ status, body: JSON.stringify({ error: text }) })),
	{ status: 200, body: JSON.stringify([{ success: 'false', message: text }]) },
	{ status: 200, body: JSON.stringify({ status: 'error', data: { message: text } }) },
	{ status: 200, headers: { 'content-type': 'text/plain' }, body: text },
	{
		status: 403,
		headers: { 'content-type': 'text/plain' },
		body: `${accessToken.slice(0, 16)}… is not allowed`,
	},
	{ status: 500, body: JSON.stringify({ error: text }) },
	{ status: 302, headers: { location: `/login?token=${accessToken}` }, body: text },
	{ status: 200, body: JSON.stringify({ success: true, id: accessToken, message: text }) },
	{ status: 200, body: JSON.stringify([{ [accessToken]: accessToken }]) },
];

let spoiled: Spoiled;
beforeAll(async () => (spoiled = await Spoiled.start()));
afterAll(async () => await spoiled.close());

test.each(operations)(
	'nothing that n8n stores of $id holds a token that a response repeats',
	async ({ id }) => {
		const { requests } = await spoiled.calmly(id);
		for (const response of REFUSALS) {
			for (const isOfWrites of requests.some(isWrite) ? [false, true] : [false]) {
				const replaces = (request: Passing) =>
					isApi(request) && (!isOfWrites || isWrite(request)) ? { ...response, isUnsent: true } : undefined;
				const { run } = await spoiled.run(id, { replaces }, { onError: 'continueRegularOutput' });

				expect(run.stored).not.toContain(accessToken.slice(0, 14));
				expect(run.stored).not.toContain(clientSecret.slice(0, 14));
			}
		}
	},
);
