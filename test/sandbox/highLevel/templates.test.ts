import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { call, DEMO, locationId, start } from './support';

const { welcomeText, openHouseMail } = DEMO.templates;

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const templates = (query: string, token: string = DEMO.readOnlyToken) =>
	call(sandbox, 'GET', `/locations/${locationId}/templates?${query}`, undefined, { token });

test('of both kinds are listed, each with its content', async () => {
	const { status, body } = await templates('originId=any');
	expect(status).toBe(200);
	expect(body.totalCount).toBe(2);
	expect(body.templates).toEqual([
		{
			id: welcomeText,
			name: 'Welcome',
			type: 'sms',
			template: { body: expect.stringContaining('{{contact.first_name}}'), attachments: [] },
			urlAttachments: [],
			dateAdded: '2026-01-12T15:04:05.000Z',
			locationId,
		},
		{
			id: openHouseMail,
			name: 'Open house',
			type: 'email',
			template: { subject: 'Our next open house', html: expect.stringMatching(/^<html>/), attachments: [] },
			dateAdded: '2026-01-12T15:04:05.000Z',
			locationId,
		},
	]);
});

test('are filtered by kind and by whether they are deleted, and listed page by page', async () => {
	const found = async (query: string) => {
		const { body } = await templates(`originId=any&${query}`);
		return [body.totalCount, ...body.templates.map(({ id }: { id: string }) => id)];
	};
	expect(await found('type=email')).toEqual([1, openHouseMail]);
	expect(await found('type=whatsapp')).toEqual([0]);
	expect(await found('limit=1')).toEqual([2, welcomeText]);
	expect(await found('limit=1&skip=1')).toEqual([2, openHouseMail]);
	const gone = sandbox.state.templates.get(welcomeText)!;
	sandbox.state.templates.set(welcomeText, { ...gone, deleted: true });
	expect(await found('')).toEqual([1, openHouseMail]);
	expect(await found('deleted=true')).toEqual([1, welcomeText]);
});

test('are refused without an origin, with an unknown parameter, without the scope, and in another location', async () => {
	const { status, body } = await templates('');
	expect(status).toBe(422);
	expect(body.message).toContain('originId should not be empty');
	expect((await templates('originId=any&type=fax')).status).toBe(422);
	expect((await templates('originId=any&page=1')).body.message).toEqual(['property page should not exist']);

	const scopes = ['locations.readonly'];
	const { body: token } = await call(sandbox, 'POST', '/__sandbox/tokens', { scopes });
	expect((await templates('originId=any', token.token)).status).toBe(401);
	expect((await templates('originId=any', DEMO.otherLocationToken)).status).toBe(403);
});
