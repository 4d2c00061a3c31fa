import type { WiseAgentSandbox, Sent } from './support';
import { call, DEMO, start, webcontact } from './support';

let sandbox: WiseAgentSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

/** What a client must do before it can parse. */
const escaped = (text: string) =>
	text.replace(
		/[\u0000-\u001f]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);

describe('an answer with a control character in a text', () => {
	test.each(['\r\n', '\t', '\u0001', '\u000b'])('%j has it as it is, and is no JSON', async (character) => {
		const CLast = `King${character}of Wessex`;
		const { ClientID } = sandbox.state.addContact({ CLast });
		const { text, body } = await call(sandbox, 'GET', 'getSingleContact', { clientID: ClientID });
		expect(text).toContain(`"CLast":"King${character}of Wessex"`);
		expect(body).toBeUndefined();
		expect(JSON.parse(escaped(text))[0].CLast).toBe(CLast);
	});

	test('has it raw in the JSON within the JSON as well', async () => {
		const id = await webcontact(sandbox);
		const sent = { clientID: id, OutsideTeamAssignment: DEMO.outsideTeam.title };
		await call(sandbox, 'POST', 'updateContact', sent);
		const { text } = await call(sandbox, 'GET', 'getSingleContact', { clientID: id });
		expect(text).toContain('{\\"TeamMember\\":\\"Mesa\nTitle\nAgency\\"');
		const list = JSON.parse(escaped(text))[0].OutsideTeamAssignment as string;
		expect(() => JSON.parse(list)).toThrow();
		expect(JSON.parse(escaped(list))[0].TeamMember).toBe('Mesa\nTitle\nAgency');
	});

	test('can be made to be JSON', async () => {
		sandbox.configure({ rawControlCharacters: false });
		const { ClientID } = sandbox.state.addContact({ CLast: 'King\r\nof Wessex' });
		const { body } = await call(sandbox, 'GET', 'getSingleContact', { clientID: ClientID });
		sandbox.configure({ rawControlCharacters: true });
		expect(body[0].CLast).toBe('King\r\nof Wessex');
	});
});

test.each([
	'"quoted"',
	'back\\slash',
	'C:\\new\\table',
	'\\u0041',
	'😀 Zoë',
	"O'Brien",
	'<b>&amp;</b>',
	'\\\\n',
])('%s is not harmed on its way in and out, not even within JSON within JSON', async (text) => {
	const id = await webcontact(sandbox, { Company: text });
	await call(sandbox, 'POST', 'addClientCustom', { ClientID: id, Key: 'Key', Value: text });
	const { body } = await call(sandbox, 'GET', 'getSingleContact', { clientID: id });
	expect(body[0].Company).toBe(text);
	expect(JSON.parse(body[0].CustomData)).toEqual([{ Key: 'Key', Value: text }]);
});

test('answers are labelled as JSON, or as HTML where the settings say so', async () => {
	const typeOf = async () => (await call(sandbox, 'GET', 'getUser')).headers.get('content-type');
	expect(await typeOf()).toBe('application/json; charset=utf-8');
	sandbox.configure({ contentType: 'text/html' });
	expect(await typeOf()).toBe('text/html; charset=utf-8');
	sandbox.configure({ contentType: 'application/json' });
});

test('the login link is a text, and another one each time', async () => {
	const first = await call(sandbox, 'GET', 'getLoginToken', { page: 'https://thewiseagent.com/a?b=c' });
	const second = await call(sandbox, 'GET', 'getLoginToken');
	expect(first.text).toMatch(
		/^http:\/\/127\.0\.0\.1:\d+\/secure\/login_secure\?accesstoken=[0-9a-f]{32}&page=/,
	);
	expect(new URL(first.text).searchParams.get('page')).toBe('https://thewiseagent.com/a?b=c');
	expect(second.text).not.toBe(first.text);
	expect(second.body).toBeUndefined();
});

test('a new search is confirmed by two objects in a row, which are no JSON', async () => {
	const clientid = await webcontact(sandbox);
	const sent = { clientid, propInfo: 1, propInfoCity: 'Mesa' };
	const { text, body } = await call(sandbox, 'POST', 'addPropertySearchCriteria', sent);
	expect(body).toBeUndefined();
	expect(text).toBe(
		`{"success": "property search profile added"},{"clientid":"${clientid}","searchID":"1234"}`,
	);
});

/** One answer of each way to say what came of a request. */
test('successes and failures have as many shapes as there are kinds of records', async () => {
	const id = await webcontact(sandbox);
	const answer = async (verb: 'GET' | 'POST' | 'DELETE', type: string, sent: Sent = {}) =>
		(await call(sandbox, verb, type, sent)).body;
	expect([
		await answer('POST', 'updateContact', { clientID: id }),
		await answer('POST', 'updateContact'),
		await answer('POST', 'addContactNote', { clientids: id, note: 'x' }),
		await answer('POST', 'addContactNote'),
		await answer('POST', 'tasks', { Description: 'x' }),
		await answer('POST', 'tasks'),
		await answer('GET', 'getProperty', { propertyID: 1 }),
		await answer('DELETE', 'deleteProperty', { propertyID: 1 }),
		await answer('GET', 'webhooks'),
		await answer('GET', 'ContentCategories'),
		await answer('GET', 'getContactsCount'),
	]).toEqual([
		{ Success: `${id} updated` },
		{ Error: 'Missing ClientID' },
		[{ success: 'true', data: [{ ClientID: id, NoteID: expect.any(Number) }] }],
		[{ success: 'false', message: 'Missing note' }],
		{ success: true, TaskID: expect.any(Number) },
		{ success: false, message: 'Description is required' },
		{ status: 'error', data: { message: 'Property ID 1 Does not exist' } },
		{ error: 'propertyID was not found' },
		{ Data: [] },
		{ data: [{ Category: 'Buyer' }, { Category: 'Seller' }] },
		{ count: 1 },
	]);
});
