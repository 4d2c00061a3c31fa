import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { connect, runOperationOAuth } from '../../../support/oAuth2';
import { succeed } from '../../../support/odd/outcomes';
import { textOf } from '../../../support/sandboxRuns';

const { locationId, otherLocationId } = DEMO;
const { spring } = DEMO.campaigns;
const { newLead, openHouse } = DEMO.workflows;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => {
	sandbox.reset();
	const campaign = sandbox.state.campaigns.get(spring);
	const workflow = sandbox.state.workflows.get(newLead);
	if (!campaign || !workflow) throw new Error('The seed lacks a campaign or a workflow');
	const elsewhere = { id: 'elsewhere', locationId: otherLocationId };
	sandbox.state.campaigns.set('draft', { ...campaign, id: 'draft', status: 'draft' });
	sandbox.state.campaigns.set('elsewhere', { ...campaign, ...elsewhere });
	sandbox.state.workflows.set('elsewhere', { ...workflow, ...elsewhere });
});
afterAll(async () => await sandbox.close());

const RESOURCES: Array<[resource: string, ids: string[]]> = [
	['workflow', [newLead, openHouse]],
	['campaign', [spring, 'draft']],
];

describe.each(RESOURCES)('%s', (resource, ids) => {
	test('Get Many gives those of the location with name and status, and keeps to the limit', async () => {
		const all = await succeed(sandbox, `${resource}.getAll`, { parameters: { returnAll: true } });
		expect(all.map(({ id }) => id).sort()).toEqual([...ids].sort());
		for (const record of all) {
			expect(record).toMatchObject({ name: expect.any(String), status: expect.any(String), locationId });
		}

		const some = await succeed(sandbox, `${resource}.getAll`, { parameters: { limit: 1 } });
		expect(some).toEqual(all.slice(0, 1));
		expect(sandbox.requests.map(({ query }) => query)).toEqual([{ locationId }, { locationId }]);
	});

	test('each record is linked to the item that asked for it', async () => {
		const run = await runOperation(sandbox, `${resource}.getAll`, {
			items: [{}, {}],
			parameters: { returnAll: true },
		});

		expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual([0, 0, 1, 1].map((item) => ({ item })));
	});

	test('an agency reads those of the location that is chosen', async () => {
		const run = await runOperationOAuth(connect(sandbox, { userType: 'Company' }), `${resource}.getAll`, {
			parameters: { returnAll: true, locationId: byId(otherLocationId) },
		});

		expect(textOf(run).trim()).toBe('');
		expect(run.items.map(({ json }) => json.id)).toEqual(['elsewhere']);
	});
});

test.each([
	['published', [spring]],
	['draft', ['draft']],
])('campaigns can be narrowed to those that are %s', async (status, expected) => {
	const campaigns = await succeed(sandbox, 'campaign.getAll', {
		parameters: { returnAll: true, filters: { status } },
	});

	expect(campaigns.map(({ id }) => id)).toEqual(expected);
});
