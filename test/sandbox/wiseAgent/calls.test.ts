import type { WiseAgentSandbox, Sent } from './support';
import { call, start, webcontact } from './support';

let sandbox: WiseAgentSandbox;
let id: number;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(async () => {
	sandbox.reset();
	id = await webcontact(sandbox);
});
afterAll(() => sandbox.close());

const list = async (parameters: Sent) => (await call(sandbox, 'GET', 'calls', parameters)).body;
const create = async (fields: Sent = {}) =>
	(await call(sandbox, 'POST', 'calls', { ClientId: id, ...fields })).body;

describe('a call', () => {
	test('is all text, with one time in UTC that says so and one in Arizona that does not', async () => {
		const { CallId } = sandbox.state.addCall({
			ClientId: String(id),
			addedAt: '2025-06-01T03:00:00.000Z',
			nextContactAt: '2025-06-02T01:03:36.000Z',
			FlagImportant: true,
		});
		expect(await list({ callId: CallId })).toEqual({
			Data: [
				{
					CallId: String(CallId),
					Completed: 'false',
					FlagImportant: 'true',
					Reason: '',
					AssignedTo: '',
					InsideTeamId: '',
					DateAdded: '6/1/2025 3:00:00 AM UTC',
					NextContactDate: '6/1/2025 6:03:36 PM',
					ClientId: String(id),
					CallType: '',
				},
			],
		});
	});

	test('is created at an Arizona time, for a team member by id or name', async () => {
		const answer = await create({
			NextContactDate: '2025-06-01 18:30',
			CallType: 'Phone',
			FlagImportant: 'true',
			InsideTeamId: 98,
			Reason: 'New lead',
		});
		expect(answer).toEqual({ success: true, id: expect.any(Number) });
		expect((await list({ callId: answer.id })).Data).toMatchObject([
			{ NextContactDate: '6/1/2025 6:30:00 PM', AssignedTo: 'Miguel Ortega', InsideTeamId: '98' },
		]);
		const named = await create({ AssignedTo: 'priya raman' });
		expect((await list({ callId: named.id })).Data[0].InsideTeamId).toBe('112');
	});

	test.each([
		[{ ClientId: 1 }, 'ClientId was not found'],
		[{ NextContactDate: 'tomorrow' }, 'NextContactDate is invalid'],
		[{ Reason: 'x'.repeat(101) }, 'Reason is limited to 100 characters'],
		[{ InsideTeamId: 7 }, 'InsideTeamId is invalid'],
		[{ AssignedTo: 'Nobody' }, 'AssignedTo is invalid'],
	])('is refused with %j', async (fields, message) => {
		expect(await create(fields)).toEqual({ success: false, message });
		expect(sandbox.state.calls.size).toBe(0);
	});

	test('is completed, at a time in UTC where one is sent', async () => {
		const { id: CallId } = await create();
		const sent = { CallId, Completed: 'true', DateCompleted: '2025-06-01 03:00' };
		expect((await call(sandbox, 'PUT', 'calls', sent)).body).toEqual({ success: true, id: CallId });
		expect(sandbox.state.calls.get(String(CallId))?.completedAt).toBe('2025-06-01T03:00:00.000Z');
		const unknown = await call(sandbox, 'PUT', 'calls', { CallId: 1 });
		expect(unknown.body).toEqual({ success: false, message: 'CallId was not found' });
	});
});

describe('calls', () => {
	test('of a contact come as they were added, or by their next date, latest first', async () => {
		const next = ['2025-06-01 10:00', '2025-06-03 10:00', '2025-06-02 10:00'];
		const ids: string[] = [];
		for (const NextContactDate of next) ids.push(String((await create({ NextContactDate })).id));
		const order = async (parameters: Sent) =>
			(await list({ clientId: id, ...parameters })).Data.map(({ CallId }: { CallId: string }) => CallId);
		expect(await order({})).toEqual(ids);
		expect(await order({ orderByNextContactDate: 'true' })).toEqual([ids[1], ids[2], ids[0]]);
		expect(await order({ page: '2', page_size: '2' })).toEqual([ids[2]]);
	});

	test('of nobody in particular are refused', async () => {
		expect(await list({})).toEqual({ success: false, message: 'callId or clientId is required' });
		expect(await list({ callId: 1 })).toEqual({ Data: [] });
	});
});
