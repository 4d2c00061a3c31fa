import type { HighLevelSandbox, TokenAnswer } from '../../../../sandbox/highLevel';
import { call, DEMO, locationId, start } from '../support';
import { refresh } from './support';

const { companyId, otherLocationId } = DEMO;

let sandbox: HighLevelSandbox;
let agency: TokenAnswer;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => {
	sandbox.configure({ accessTokenLifetimeS: 86_399, rateLimit: { max: 1000 } });
	sandbox.reset();
	agency = sandbox.oauth.grant({ userType: 'Company' });
});
afterAll(() => sandbox.close());

const mint = () =>
	call(sandbox, 'POST', '/oauth/locationToken', { companyId, locationId }, { token: agency.access_token });

describe('rate limits', () => {
	const remaining = ({ headers }: { headers: Headers }) => Number(headers.get('x-ratelimit-remaining'));

	test('hold per app and location, whichever token of it calls', async () => {
		sandbox.configure({ rateLimit: { max: 3 } });
		const tokens = [1, 2].map(() => sandbox.oauth.grant({ userType: 'Location' }).access_token);
		const other = sandbox.oauth.grant({ userType: 'Location', locationId: otherLocationId }).access_token;
		const get = (token: string | undefined, id: string = locationId) =>
			call(sandbox, 'GET', `/locations/${id}`, undefined, { token: token ?? null });
		expect(remaining(await get(tokens[0]))).toBe(2);
		expect(remaining(await get(tokens[1]))).toBe(1);
		expect(remaining(await get(tokens[0]))).toBe(0);
		expect((await get(tokens[1])).status).toBe(429);
		expect((await get(other, otherLocationId)).status).toBe(200);
		expect((await get(DEMO.token)).status).toBe(200);
	});

	test('hold per company where tokens come from, with tokens left unused when refused', async () => {
		sandbox.configure({ rateLimit: { max: 2 } });
		const { refresh_token } = sandbox.oauth.grant({ userType: 'Location' });
		expect(remaining(await mint())).toBe(1);
		expect(remaining(await refresh(sandbox, agency.refresh_token))).toBe(0);
		expect((await refresh(sandbox, refresh_token)).status).toBe(429);
		sandbox.configure({ rateLimit: { max: 2 } });
		expect((await refresh(sandbox, refresh_token)).status).toBe(200);
	});
});
