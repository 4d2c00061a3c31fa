import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { pace } from '../../../support/pace';
import { requestsOf, storeContact } from '../../../support/sandboxRuns';
import { addOpportunity, stored } from './records';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

const { users, pipelines, pipelineStages, lostReasons, customFields } = DEMO;

let sandbox: HighLevelSandbox;
let seed = 0;
beforeEach(async () => (sandbox = await startSandbox({ seed: ++seed })));
afterEach(async () => await sandbox.close());

const upsert = (contactId: string, additionalFields: IDataObject, more: IDataObject = {}) => ({
	parameters: {
		contactId: byId(contactId),
		pipelineId: byId(pipelines.buyers),
		additionalFields,
		...more,
	},
});
const sale = { mappingMode: 'defineBelow', value: { [customFields.dealType]: 'Sale' } };

test('a contact without an opportunity in the pipeline gets one', async () => {
	const contactId = storeContact(sandbox);
	const [created] = await succeed(
		sandbox,
		'opportunity.upsert',
		upsert(
			contactId,
			{ status: 'won', pipelineStageId: byId(pipelineStages.offer) },
			{ name: 'Harbor loft' },
		),
	);

	expect(created).toMatchObject({
		outcome: 'created',
		id: stored(sandbox)[0]?.id,
		name: 'Harbor loft',
		status: 'won',
		pipelineStageName: 'Offer',
	});
});

test('one that is there is updated: what is not given stays, and so do its followers', async () => {
	const before = addOpportunity(sandbox, { monetaryValue: 5, followers: [users.ben] });
	const [updated] = await succeed(
		sandbox,
		'opportunity.upsert',
		upsert(before.contactId, {
			status: 'lost',
			lostReasonId: byId(lostReasons.price),
			followers: [users.chloe],
		}),
	);

	expect(updated).toMatchObject({ outcome: 'updated', id: before.id, name: 'Harbor loft', monetaryValue: 5 });
	expect(stored(sandbox)).toMatchObject([
		{ status: 'lost', lostReasonId: lostReasons.price, followers: [users.ben, users.chloe] },
	]);
});

test('followers are left alone where none is given', async () => {
	const { contactId } = addOpportunity(sandbox, { followers: [users.ben] });
	await succeed(sandbox, 'opportunity.upsert', upsert(contactId, { status: 'won' }));

	expect(requestsOf(sandbox, 'POST')[0]?.body).toMatchObject({
		followers: [],
		isRemoveAllFollowers: false,
		followersActionType: 'add',
	});
	expect(stored(sandbox)).toMatchObject([{ followers: [users.ben] }]);
});

test('custom fields are written after, and are in the output by name', async () => {
	const { contactId } = addOpportunity(sandbox);
	const [updated] = await succeed(
		sandbox,
		'opportunity.upsert',
		upsert(contactId, {}, { customFields: sale }),
	);

	expect(updated).toMatchObject({ outcome: 'updated', customFieldValues: { 'Deal Type': 'Sale' } });
});

test('when custom fields are refused, the error says that the opportunity was created', async () => {
	sandbox.faults.add({ kind: 'serverError', times: 20, method: 'PUT' });
	const error = await fail(
		sandbox,
		'opportunity.upsert',
		upsert(storeContact(sandbox), {}, { name: 'Harbor loft', customFields: sale }),
	);
	const [{ id } = { id: '' }] = stored(sandbox);

	expect(error.message).toContain(`Opportunity ${id} was created, but without its custom fields`);
	expect(error.description).toContain('Running this item again does no harm.');
	expect(error.details).toMatchObject({ opportunityId: id, created: true });
});

test('items of one contact do not make two, although each response is lost', async () => {
	const contactId = storeContact(sandbox);
	sandbox.faults.add({ kind: 'lostAnswer', times: 3, method: 'POST', path: '^/opportunities/upsert$' });
	const run = await runOperation(sandbox, 'opportunity.upsert', {
		items: [{}, {}, {}],
		...upsert(contactId, {}, { name: 'Harbor loft' }),
	});

	expect(run.error).toBeUndefined();
	expect(stored(sandbox)).toHaveLength(1);
});
