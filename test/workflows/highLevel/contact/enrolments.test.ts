import type { IDataObject } from 'n8n-workflow';

import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runContact, startSandbox } from '../../../support/highLevel';
import { closedPort, detailsOf, requestsOf, storeContact } from '../../../support/sandboxRuns';
import { calls, fail, succeed } from './requests';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 20, maxMs: 80 }, looksMs: [0, 20] });

const WORKFLOW = DEMO.workflows.newLead;
const OTHER_WORKFLOW = DEMO.workflows.openHouse;
const CAMPAIGN = DEMO.campaigns.spring;

let sandbox: HighLevelSandbox;
let contactId: string;
beforeAll(async () => (sandbox = await startSandbox({ rateLimit: { max: 100_000, intervalMs: 200 } })));
beforeEach(() => {
	sandbox.reset();
	contactId = storeContact(sandbox);
});
afterAll(async () => await sandbox.close());

interface Membership {
	add: string;
	remove: string;
	target: IDataObject;
	path: () => string;
	members: () => readonly string[] | undefined;
	result: () => IDataObject;
}

const MEMBERSHIPS: Array<[string, Membership]> = [
	[
		'a workflow',
		{
			add: 'addToWorkflow',
			remove: 'removeFromWorkflow',
			target: { workflowId: byId(WORKFLOW) },
			path: () => `/contacts/${contactId}/workflow/${WORKFLOW}`,
			members: () => sandbox.state.contacts.get(contactId)?.workflows,
			result: () => ({ contactId, workflowId: WORKFLOW }),
		},
	],
	[
		'a campaign',
		{
			add: 'addToCampaign',
			remove: 'removeFromCampaign',
			target: { campaignId: byId(CAMPAIGN) },
			path: () => `/contacts/${contactId}/campaigns/${CAMPAIGN}`,
			members: () => sandbox.state.contacts.get(contactId)?.campaigns,
			result: () => ({ contactId, campaignId: CAMPAIGN }),
		},
	],
];

describe.each(MEMBERSHIPS)('%s', (_, { add, remove, target, path, members, result }) => {
	const parameters = () => ({ contactId: byId(contactId), ...target });

	test('takes the contact in and lets it go, with one request each', async () => {
		expect(await succeed(sandbox, add, { parameters: parameters() })).toEqual([{ ...result(), added: true }]);
		expect(members()).toHaveLength(1);
		expect(await succeed(sandbox, remove, { parameters: parameters() })).toEqual([
			{ ...result(), removed: true },
		]);
		expect(members()).toEqual([]);
		expect(calls(sandbox)).toEqual([`POST ${path()}`, `DELETE ${path()}`]);
	});

	test.each<[what: string, fault: { kind: 'lostAnswer' | 'serverError' | 'htmlError'; status?: number }]>([
		['the connection is closed', { kind: 'lostAnswer' }],
		['a gateway answers 502', { kind: 'lostAnswer', status: 502 }],
		['a gateway answers 504', { kind: 'lostAnswer', status: 504 }],
		['HighLevel answers 500', { kind: 'serverError' }],
		['a gateway answers with a web page', { kind: 'htmlError' }],
	])(
		'is never entered twice: when %s, one request was sent, and the item asks to look',
		async (_what, fault) => {
			sandbox.faults.add({ times: 1, method: 'POST', ...fault });
			const run = await runContact(sandbox, add, { parameters: parameters() });

			expect(run.error?.message).toMatch(
				/^HighLevel's answer was lost \(.*\): the change may have happened$/,
			);
			expect(run.error?.description).toContain(
				'Look in HighLevel whether it is there before you run this item again.',
			);
			expect(detailsOf(run)).toMatchObject({ mayHaveHappened: true });
			expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
			expect(members()).toHaveLength(fault.kind === 'lostAnswer' ? 1 : 0);
		},
	);

	test('is never entered twice: no answer within the time-out ends the item as well', async () => {
		sandbox.faults.add({ kind: 'slow', delayMs: 400, times: 1, method: 'POST' });
		const run = await runContact(sandbox, add, {
			parameters: { ...parameters(), options: { timeout: 100 } },
		});

		expect(detailsOf(run)).toMatchObject({ mayHaveHappened: true });
		expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
		// The sandbox enters the contact only now; IDs repeat, so that it would be one of a later test.
		await vi.waitFor(() => expect(members()).toHaveLength(1), { timeout: 5_000 });
	});

	test('lost answers end their own items only, and the error output has them with their data', async () => {
		const ids = Array.from({ length: 10 }, () => storeContact(sandbox));
		sandbox.faults.add({ kind: 'lostAnswer', method: 'POST', path: `${ids[3]}|${ids[7]}` });
		const run = await runContact(sandbox, add, {
			items: ids.map((id, row) => ({ id, row })),
			parameters: { contactId: byId('={{ $json.id }}'), ...target },
			onError: 'continueErrorOutput',
		});

		expect(run.items).toHaveLength(8);
		expect(
			run.errorItems.map(({ json }) => [json.row, (json.details as IDataObject).mayHaveHappened]),
		).toEqual([
			[3, true],
			[7, true],
		]);
		expect(requestsOf(sandbox, 'POST')).toHaveLength(10);
	});

	test('is entered after all when HighLevel first refused for the rate limit: nothing had happened', async () => {
		sandbox.faults.add({ kind: 'rateLimited', method: 'POST', times: 2 });
		await succeed(sandbox, add, { parameters: parameters() });

		expect(requestsOf(sandbox, 'POST').map(({ status }) => status)).toEqual([429, 429, 201]);
		expect(members()).toHaveLength(1);
	});

	test('is entered when HighLevel could not be reached at first', async () => {
		const port = await closedPort();
		const running = succeed(sandbox, add, {
			parameters: parameters(),
			baseUrl: `http://127.0.0.1:${port}`,
		});
		// It comes up while the node is waiting for its next try.
		await new Promise((resolve) => setTimeout(resolve, 60));
		const late = await startSandbox({ port });
		late.state.addContact({ locationId: DEMO.locationId, id: contactId });
		await running.finally(async () => await late.close());

		expect(late.requests.filter(({ path: sent }) => sent === path())).toHaveLength(1);
	});

	test('that does not exist is told, and nothing is changed', async () => {
		const [parameter = ''] = Object.keys(target);
		const error = await fail(sandbox, add, { parameters: { ...parameters(), [parameter]: byId('unknown') } });

		expect(error.message).toMatch(/^(Workflow|Campaign) with id unknown not found$/);
		expect(error.description).toContain('Check the id');
		expect(members()).toEqual([]);
	});

	test('is left although the answer to that is lost, which is sent again', async () => {
		await succeed(sandbox, add, { parameters: parameters() });
		sandbox.faults.add({ kind: 'lostAnswer', times: 1, method: 'DELETE' });

		expect(await succeed(sandbox, remove, { parameters: parameters() })).toEqual([
			{ ...result(), removed: true },
		]);
		expect(requestsOf(sandbox, 'DELETE')).toHaveLength(2);
		expect(members()).toEqual([]);
	});
});

test('all campaigns are left at once, also when the answer is lost', async () => {
	sandbox.state.updateContact(contactId, { campaigns: [CAMPAIGN, 'another'], workflows: [WORKFLOW] });
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, method: 'DELETE' });
	const parameters = { contactId: byId(contactId) };

	expect(await succeed(sandbox, 'removeFromAllCampaigns', { parameters })).toEqual([
		{ contactId, removed: true },
	]);
	expect(requestsOf(sandbox, 'DELETE', /\/campaigns\/removeAll$/)).toHaveLength(2);
	expect(sandbox.state.contacts.get(contactId)).toMatchObject({ campaigns: [], workflows: [WORKFLOW] });
});

test('leaving one workflow or campaign keeps the others', async () => {
	sandbox.state.updateContact(contactId, {
		campaigns: [CAMPAIGN, 'another'],
		workflows: [WORKFLOW, OTHER_WORKFLOW],
	});
	const parameters = { contactId: byId(contactId), workflowId: byId(WORKFLOW), campaignId: byId(CAMPAIGN) };
	await succeed(sandbox, 'removeFromWorkflow', { parameters });
	await succeed(sandbox, 'removeFromCampaign', { parameters });

	expect(sandbox.state.contacts.get(contactId)).toMatchObject({
		campaigns: ['another'],
		workflows: [OTHER_WORKFLOW],
	});
});

describe('the time of the event goes with an offset, as HighLevel wants it', () => {
	const start = async (operation: string, eventStartTime: string, timezone = 'UTC') => {
		const parameters = {
			contactId: byId(contactId),
			workflowId: byId(WORKFLOW),
			options: { eventStartTime },
		};
		await succeed(sandbox, operation, { parameters, timezone });
		return sandbox.requests.at(-1)?.body;
	};

	test.each([
		['2027-03-01T10:00:00', 'America/New_York', '2027-03-01T15:00:00+00:00'],
		['2027-07-01T10:00:00', 'America/New_York', '2027-07-01T14:00:00+00:00'],
		['2027-03-01T10:00:00+01:00', 'America/New_York', '2027-03-01T09:00:00+00:00'],
		['2027-03-01T10:00:00.500Z', 'UTC', '2027-03-01T10:00:00+00:00'],
		['2027-03-01 10:00:00', 'Europe/Berlin', '2027-03-01T09:00:00+00:00'],
		["={{ DateTime.fromISO('2027-03-01T10:00:00Z') }}", 'UTC', '2027-03-01T10:00:00+00:00'],
	])('%s in %s', async (given, timezone, eventStartTime) => {
		expect(await start('addToWorkflow', given, timezone)).toEqual({ eventStartTime });
		expect(await start('removeFromWorkflow', given, timezone)).toEqual({ eventStartTime });
	});

	test.each([[''], ['={{ $json.nothing }}']])('without one (%j) the body is empty', async (given) => {
		expect(await start('addToWorkflow', given)).toEqual({});
	});

	test('one that is no time is refused before anything is sent', async () => {
		const error = await fail(sandbox, 'addToWorkflow', {
			parameters: {
				contactId: byId(contactId),
				workflowId: byId(WORKFLOW),
				options: { eventStartTime: 'at noon' },
			},
		});
		expect(error.message).toBe('"Event Start Time" is not a date: at noon');
		expect(sandbox.requests).toEqual([]);
	});
});
