import type { Verb, WiseAgentSandbox } from './support';
import { call, DEMO, start, webcontact } from './support';

let sandbox: WiseAgentSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

describe('a request', () => {
	test.each(['query', 'form'] as const)('has its type and parameters in the %s', async (place) => {
		const parameters = { CFirst: 'Ada', CLast: 'King', Source: 'Website' };
		const { body } = await call(sandbox, 'POST', 'webcontact', parameters, { place });
		expect(body).toEqual({ success: 'true', data: { ClientID: expect.any(Number), NewContact: true } });
	});

	test('has its type in the query and the rest in the form', async () => {
		const response = await fetch(`${sandbox.url}/http/webconnect.asp?requestType=webcontact`, {
			method: 'POST',
			headers: { Authorization: `Bearer ${DEMO.accessToken}` },
			body: new URLSearchParams({ CFirst: 'Ada', CLast: 'King', Source: 'Website' }),
		});
		expect(await response.json()).toMatchObject({ success: 'true' });
	});

	test('of DELETE takes a form as well', async () => {
		const id = await webcontact(sandbox);
		const { NoteID } = sandbox.state.addNote({ owner: String(id) });
		const { body } = await call(
			sandbox,
			'DELETE',
			'removeContactNote',
			{ noteID: NoteID },
			{ place: 'form' },
		);
		expect(body).toEqual([{ success: 'true' }]);
	});

	test('may write the names of its parameters as it likes', async () => {
		const sent = { CFIRST: 'Ada', clast: 'King', source: 'Website', ZIP: '85004' };
		const { ClientID } = (await call(sandbox, 'POST', 'webcontact', sent)).body.data;
		const { body } = await call(sandbox, 'GET', null, {
			REQUESTTYPE: 'getSingleContact',
			clientid: ClientID,
		});
		expect(body[0]).toMatchObject({ CFirst: 'Ada', CLast: 'King', Zip: '85004' });
	});

	test('that has a name twice, in two cases, has both values in one', async () => {
		const id = await webcontact(sandbox, { cfirst: 'Bea' });
		expect(sandbox.state.contacts.get(String(id))?.CFirst).toBe('Ada, Bea');
	});

	test('may write the address in any case', async () => {
		const response = await fetch(`${sandbox.url}/HTTP/WebConnect.asp?requestType=getUser`, {
			headers: { Authorization: `Bearer ${DEMO.accessToken}` },
		});
		expect(await response.json()).toEqual([DEMO.user]);
	});

	test('may write `Content` and `content`, as the official page does', async () => {
		const read = await call(sandbox, 'GET', 'Content');
		const written = await call(sandbox, 'POST', 'content', { Name: 'New', Html: '<p>Hi</p>' });
		expect(read.body.data).toHaveLength(3);
		expect(written.body).toEqual([{ success: 'true', ContentId: expect.any(Number) }]);
	});
});

describe('refused with status 200', () => {
	test.each([
		[null, 'Missing requestType'],
		['getEverything', 'Invalid requestType'],
	])('the request type %j', async (requestType, error) => {
		const { status, body } = await call(sandbox, 'GET', requestType);
		expect({ status, body }).toEqual({ status: 200, body: { error } });
	});

	test.each<[Verb, string]>([
		['POST', 'getContacts'],
		['GET', 'webcontact'],
		['POST', 'updateContactNote'],
		['POST', 'removeContactNote'],
	])('%s for %s', async (verb, requestType) => {
		const { status, body } = await call(sandbox, verb, requestType);
		expect({ status, body }).toEqual({ status: 200, body: { error: 'Invalid request method' } });
	});

	test('is not another verb where the settings allow it', async () => {
		sandbox.configure({ strictVerbs: false });
		const { body } = await call(sandbox, 'POST', 'getUser');
		sandbox.configure({ strictVerbs: true });
		expect(body).toEqual([DEMO.user]);
	});
});
