import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, locationId, start } from '../support';
import { conversationCalls } from './conversationCalls';
import { otherCalls } from './otherCalls';
import { sdkWithOAuth, sdkWithToken } from './support';

const CALLS = [...otherCalls, ...conversationCalls];

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(() => {
	sandbox.reset();
	sandbox.state.seedOpportunities();
	sandbox.state.seedConversations();
	sandbox.state.seedSubmissions();
});
afterAll(() => sandbox.close());

describe.each(CALLS)('$name', ({ succeed, gives, fail, refusal }) => {
	test('works with a private token', async () => {
		expect(await succeed(sdkWithToken(sandbox), {})).toMatchObject(gives);
	});

	test('is refused with a private token as with any client', async () => {
		await expect(fail(sdkWithToken(sandbox), {})).rejects.toMatchObject(refusal);
	});
});

describe.each(CALLS.filter(({ withoutOAuth }) => !withoutOAuth))('$name', (one) => {
	const { succeed, gives, fail, refusal } = one;
	const options = { headers: { locationId } };
	/** Both locations are connected, so that a refusal is the server's and not the SDK's own. */
	const withOAuth = async () => {
		const own = sandbox.oauth.grant({ userType: 'Location' });
		const { sdk } = await sdkWithOAuth(sandbox, [own, { ...own, locationId: DEMO.otherLocationId }]);
		return sdk;
	};

	test('works with OAuth', async () => {
		expect(await succeed(await withOAuth(), options)).toMatchObject(gives);
		expect(sandbox.requests.at(-1)?.token?.kind).toBe('location oauth');
	});

	test('is refused with OAuth as with any client', async () => {
		await expect(fail(await withOAuth(), options)).rejects.toMatchObject(refusal);
	});
});
