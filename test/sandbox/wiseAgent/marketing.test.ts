import type { Sent, Verb, WiseAgentSandbox } from './support';
import { call, start } from './support';

let sandbox: WiseAgentSandbox;
beforeAll(async () => {
	sandbox = await start({ empty: false });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const answer = async (verb: Verb, requestType: string, sent: Sent = {}) =>
	(await call(sandbox, verb, requestType, sent)).body;
const firstContact = () => [...sandbox.state.contacts.keys()][0] ?? '';

describe('marketing', () => {
	test('has programs with ids as text, to which contacts are added; unknown ones are passed over', async () => {
		const [program] = await answer('GET', 'getPrograms');
		expect(program).toEqual({ ProgramName: 'Web Auto Email Campaign', ProgramID: '234' });
		const sent = { programID: 234, clientids: `${firstContact()},1` };
		expect(await answer('POST', 'addClientsToMarketingProgram', sent)).toEqual([{ success: 'true' }]);
		expect(sandbox.state.programs.get('234')?.clientIds).toEqual([Number(firstContact())]);
		expect(await answer('POST', 'addClientsToMarketingProgram', { programID: 1 })).toEqual([
			{ success: 'false', message: 'programID was not found' },
		]);
	});

	test('has transactions, with flags as numbers and 1900 for one that is not over', async () => {
		const transactions = await answer('GET', 'getTransactionNames');
		expect(transactions).toMatchObject([
			{ CLDataID: 7301, deleted: 0, Completed: 0, CompletedDate: '1/1/1900' },
			{ CLDataID: 7302, deleted: 0, Completed: 1, CompletedDate: '6/28/2025 9:30:00 AM' },
		]);
		expect(await answer('GET', 'getTransactionNotes', { transactionID: 7301 })).toEqual({
			Notes: [{ NoteMemo: 'Inspection is booked.', NoteDate: '6/18/2025 9:30:00 AM' }],
		});
		expect(await answer('GET', 'getTransactionNotes', { transactionID: 1 })).toEqual({
			error: 'transactionID was not found',
		});
	});

	test('has content, whose text comes only with a single one', async () => {
		const all = await answer('GET', 'Content', { Category: 'buyer' });
		expect(all.data).toMatchObject([{ Id: '123' }, { Id: '124' }]);
		expect(all.data[0]).not.toHaveProperty('Html');
		const one = await answer('GET', 'Content', { ContentId: 123 });
		expect(one.data).toMatchObject([{ Id: '123', Html: '<h1>Before you look at houses</h1>' }]);
		const sent = { ContentId: 123, Name: 'Buyer 1', Html: '<p>New</p>' };
		expect(await answer('POST', 'content', sent)).toEqual([{ success: 'true', ContentId: 123 }]);
		expect(sandbox.state.contents.get('123')).toMatchObject({ Category: 'Buyer', Html: '<p>New</p>' });
	});

	test.each([
		[{ url: 'https://files.example/a.pdf' }, 'CLDataID or ClientID must be provided'],
		[{ CLDataID: 7301, url: 'a.pdf' }, 'url must be provided'],
		[{ CLDataID: 7301, url: 'https://files.example/a.exe' }, 'File type not allowed'],
	])('does not attach %j', async (sent, message) => {
		expect(await answer('POST', 'attachFile', sent)).toEqual({ status: 'error', data: { message } });
	});

	test('attaches a file to a contact or a transaction', async () => {
		const sent = { ClientID: firstContact(), url: 'https://files.example/a.pdf', Description: 'Offer' };
		expect(await answer('POST', 'attachFile', sent)).toEqual({
			status: 'success',
			data: { message: 'File(s) uploaded' },
		});
	});

	test('has the forms of the website', async () => {
		const forms = await answer('GET', 'captureForms');
		expect(forms).toHaveLength(2);
		expect(await answer('GET', 'captureForm', { formid: 1 })).toEqual(forms[0]);
		expect(await answer('GET', 'captureForm', { formid: 9 })).toEqual({ error: 'formid was not found' });
	});
});
