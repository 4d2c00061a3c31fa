import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { requestsOf, storeContact } from '../../../support/sandboxRuns';
import { fail, succeed } from './requests';

const { amelia, ben, chloe } = DEMO.users;

let sandbox: HighLevelSandbox;
let contactId: string;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => {
	sandbox.reset();
	contactId = storeContact(sandbox, { followers: [amelia, ben] });
});
afterAll(async () => await sandbox.close());

const change = async (operation: string, followers: unknown) =>
	await succeed(sandbox, operation, {
		items: [{ list: [ben, chloe], text: `${ben}, ${chloe}` }],
		parameters: { contactId: byId(contactId), followers: followers as string[] },
	});
const followers = () => sandbox.state.contacts.get(contactId)?.followers;

test('added followers stand beside those who follow already, and the new ones are named', async () => {
	expect(await change('addFollowers', [ben, chloe])).toEqual([
		{ contactId, followers: [amelia, ben, chloe], followersAdded: [chloe] },
	]);
	expect(followers()).toEqual([amelia, ben, chloe]);
});

test('removed followers go, the others stay, and those who went are named', async () => {
	expect(await change('removeFollowers', [ben, chloe])).toEqual([
		{ contactId, followers: [amelia], followersRemoved: [ben] },
	]);
	expect(followers()).toEqual([amelia]);
});

test.each([
	['the list in the editor', [ben, chloe]],
	['a list from an expression', '={{ $json.list }}'],
	['text with commas from an expression', '={{ $json.text }}'],
])('users are taken from %s', async (_, given) => {
	await change('addFollowers', given);
	expect(requestsOf(sandbox, 'POST')[0]?.body).toEqual({ followers: [ben, chloe] });
	await change('removeFollowers', given);
	expect(requestsOf(sandbox, 'DELETE')[0]?.body).toEqual({ followers: [ben, chloe] });
});

describe.each([
	['addFollowers', 'POST', [chloe], [amelia, ben, chloe]],
	['removeFollowers', 'DELETE', [ben], [amelia]],
])('%s', (operation, method, given, expected) => {
	test('done twice is the same as once', async () => {
		await change(operation, given);
		await change(operation, given);
		expect(followers()).toEqual(expected);
	});

	test('succeeds although its answer is lost: it is sent again', async () => {
		sandbox.faults.add({ kind: 'lostAnswer', times: 1, path: '/followers$' });
		expect(await change(operation, given)).toMatchObject([{ contactId, followers: expected }]);
		expect(requestsOf(sandbox, method)).toHaveLength(2);
		expect(followers()).toEqual(expected);
	});

	test.each([['={{ [] }}'], ['={{ "" }}'], ['={{ $json.nothing }}']])(
		'without a user (%j) sends nothing and says so',
		async (empty) => {
			const error = await fail(sandbox, operation, {
				parameters: { contactId: byId(contactId), followers: empty },
			});
			expect(error.message).toBe('"Follower Names or IDs" is empty');
			expect(error.description).toContain('Choose at least one user');
			expect(sandbox.requests).toEqual([]);
		},
	);
});
