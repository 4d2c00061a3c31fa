import type { Sent, Verb, WiseAgentSandbox } from './support';
import { call, DEMO, start } from './support';

let sandbox: WiseAgentSandbox;
beforeAll(async () => {
	sandbox = await start({ empty: false });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const answer = async (verb: Verb, requestType: string, sent: Sent = {}) =>
	(await call(sandbox, verb, requestType, sent)).body;

describe('the account', () => {
	test.each(['getUser', 'user'])('tells who it is of by %s, in a list of one', async (requestType) => {
		expect(await answer('GET', requestType)).toEqual([
			{ First: 'Dana', Last: 'Whitfield', Email: 'dana@saguarohomes.example' },
		]);
	});

	test('has a team of three with numbers, and people outside with addresses only', async () => {
		const team = await answer('GET', 'getTeam');
		expect(team.map(({ InsideTeamId }: { InsideTeamId: number }) => InsideTeamId)).toEqual([1, 98, 112]);
		expect(Object.keys(team[0])).toEqual(['InsideTeamId', 'Name', 'Phone', 'Cell', 'Email', 'JobTitle']);
		sandbox.configure({ rawControlCharacters: false });
		const outside = await answer('GET', 'getOutsideTeam');
		sandbox.configure({ rawControlCharacters: true });
		expect(outside.map(({ Email }: { Email: string }) => Email)).toEqual(Object.values(DEMO.outsideTeam));
		expect(Object.keys(outside[0]).sort()).toEqual(['Cell', 'Email', 'Phone', 'TeamMember']);
	});

	test('has pipelines and sources, each with letters of its own for the id', async () => {
		expect(await answer('GET', 'getPipelines')).toEqual([
			{ id: 1, name: 'Buyers' },
			{ id: 2, name: 'Listings' },
		]);
		expect((await answer('GET', 'getSources'))[0]).toEqual({ ID: 231, Name: 'Zillow' });
	});
});
