import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { requestsOf, storeContact } from '../../../support/sandboxRuns';
import { addOpportunity, stored } from './records';

const { locationId, users, pipelines, pipelineStages, sellerStages, lostReasons, customFields } = DEMO;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const bodyOf = (method: string) => requestsOf(sandbox, method)[0]?.body;
const deal = (value: unknown) =>
	({
		mappingMode: 'defineBelow',
		value: { 'opportunity.deal_type': value },
	}) as IDataObject;

describe('Create', () => {
	const create = (contactId: string, more: IDataObject = {}) => ({
		parameters: {
			contactId: byId(contactId),
			pipelineId: byId(pipelines.buyers),
			name: 'Harbor loft',
			...more,
		},
	});

	test('stores what was mapped, with an amount as people write it and a custom field by its key', async () => {
		const contactId = storeContact(sandbox);
		const [created] = await succeed(sandbox, 'opportunity.create', {
			items: [{ price: '$420,000', deal: 'purchase' }],
			...create(contactId, {
				pipelineStageId: byId(pipelineStages.viewing),
				additionalFields: { monetaryValue: '={{ $json.price }}', assignedTo: byId(users.ben) },
				customFields: deal('={{ $json.deal }}'),
			}),
		});

		expect(bodyOf('POST')).toEqual({
			locationId,
			contactId,
			pipelineId: pipelines.buyers,
			pipelineStageId: pipelineStages.viewing,
			name: 'Harbor loft',
			status: 'open',
			monetaryValue: 420_000,
			assignedTo: users.ben,
			customFields: [{ id: customFields.dealType, field_value: 'Purchase' }],
		});
		expect(created).toMatchObject({
			id: stored(sandbox)[0]?.id,
			pipelineName: 'Buyers',
			pipelineStageName: 'Viewing',
			customFieldValues: { 'Deal Type': 'Purchase' },
		});
	});

	test('a second one in the pipeline is refused, and the error names the one that exists', async () => {
		const { id, contactId } = addOpportunity(sandbox);
		const error = await fail(sandbox, 'opportunity.create', create(contactId));

		expect(error.message).toBe(`The contact already has an opportunity in this pipeline: ${id}`);
		expect(error.description).toContain('"Create or Update"');
		expect(error.details).toMatchObject({ field: 'pipelineId', opportunityId: id });
		expect(stored(sandbox)).toHaveLength(1);
	});

	test.each([
		[{ name: '={{ $json.nothing }}' }, '"Name" is empty'],
		[
			{ pipelineStageId: byId(sellerStages.listed) },
			`"Stage" does not belong to the pipeline "Buyers": ${sellerStages.listed}`,
		],
		[{ pipelineId: byId('plNowhere') }, '"Pipeline" does not belong to this location: plNowhere'],
		[{ status: 'maybe' }, '"Status" has no option "maybe"'],
		[{ customFields: deal('Rent') }, '"Deal Type" has no option "Rent"'],
		[
			{ customFields: { mappingMode: 'defineBelow', value: { 'contact.budget': 5 } } },
			'This location has no custom field "contact.budget"',
		],
	])('refuses %j, and stores nothing', async (parameters, message) => {
		const error = await fail(sandbox, 'opportunity.create', create(storeContact(sandbox), parameters));

		expect(error.message).toBe(message);
		expect(stored(sandbox)).toEqual([]);
	});

	test('a pipeline that was made a moment ago is known', async () => {
		const [first, second] = [storeContact(sandbox), storeContact(sandbox)];
		await succeed(sandbox, 'opportunity.create', create(first));
		const stages = [{ id: 'psNew', name: 'New', position: 0, showInFunnel: true, showInPieChart: true }];
		sandbox.state.add('pipelines', { id: 'plNew', locationId, name: 'Renters', stages });
		await new Promise((resolve) => setTimeout(resolve, 2_100));
		const [created] = await succeed(
			sandbox,
			'opportunity.create',
			create(second, { pipelineId: byId('plNew'), pipelineStageId: byId('psNew') }),
		);

		expect(created).toMatchObject({ pipelineName: 'Renters', pipelineStageName: 'New' });
	});
});

describe('Update', () => {
	test('writes what is given and leaves the rest', async () => {
		const before = addOpportunity(sandbox, { monetaryValue: 5, assignedTo: users.ben });
		const [updated] = await succeed(sandbox, 'opportunity.update', {
			parameters: {
				opportunityId: byId(before.id),
				updateFields: { monetaryValue: 0, name: ' ' },
				customFields: deal('Sale'),
			},
		});

		expect(bodyOf('PUT')).toEqual({
			monetaryValue: 0,
			customFields: [{ id: customFields.dealType, field_value: 'Sale' }],
		});
		expect(updated).toMatchObject({ name: 'Harbor loft', monetaryValue: 0, assignedTo: users.ben });
	});

	test('with a stage alone, sends the pipeline of the stage', async () => {
		const { id } = addOpportunity(sandbox);
		await succeed(sandbox, 'opportunity.update', {
			parameters: {
				opportunityId: byId(id),
				updateFields: { pipelineStageId: byId(sellerStages.listed) },
			},
		});

		expect(bodyOf('PUT')).toEqual({ pipelineId: pipelines.sellers, pipelineStageId: sellerStages.listed });
	});

	test('an empty custom field is nothing to update', async () => {
		const { id } = addOpportunity(sandbox);
		const error = await fail(sandbox, 'opportunity.update', {
			parameters: { opportunityId: byId(id), updateFields: {}, customFields: deal('={{ $json.nothing }}') },
		});

		expect(error.message).toBe('There is nothing to update');
	});
});

describe('text boxes of an opportunity', () => {
	const boxes = [
		{ id: 'bxFloor', label: 'Floor', prefillValue: '' },
		{ id: 'bxDoor', label: 'Door', prefillValue: '' },
	];
	const field = {
		id: 'cfUnit',
		name: 'Unit',
		fieldKey: 'opportunity.unit',
		dataType: 'TEXTBOX_LIST' as const,
	};

	test('a box that is not given keeps its text', async () => {
		const [, dealType] = [...sandbox.state.customFields].find(([id]) => id === customFields.dealType) ?? [];
		if (!dealType) throw new Error('The demo has no field of opportunities');
		sandbox.state.customFields.set('cfUnit', { ...dealType, ...field, options: [], textBoxes: boxes });
		const { id } = addOpportunity(sandbox, {
			customFields: [{ id: 'cfUnit', value: { bxFloor: '3', bxDoor: 'B' } }],
		});
		const [updated] = await succeed(sandbox, 'opportunity.update', {
			parameters: {
				opportunityId: byId(id),
				updateFields: {},
				customFields: { mappingMode: 'defineBelow', value: { 'opportunity.unit.Door': 'C' } },
			},
		});

		expect(updated?.customFieldValues).toEqual({ Unit: { Floor: '3', Door: 'C' } });
	});
});

describe('Move to Stage', () => {
	test('moves to a stage of another pipeline', async () => {
		const { id } = addOpportunity(sandbox);
		const [moved] = await succeed(sandbox, 'opportunity.moveToStage', {
			parameters: {
				opportunityId: byId(id),
				pipelineId: byId(pipelines.sellers),
				pipelineStageId: byId(sellerStages.underOffer),
			},
		});

		expect(moved).toMatchObject({ id, pipelineName: 'Sellers', pipelineStageName: 'Under offer' });
	});

	test('a stage of another pipeline than the chosen one is refused before anything is changed', async () => {
		const { id } = addOpportunity(sandbox);
		const error = await fail(sandbox, 'opportunity.moveToStage', {
			parameters: {
				opportunityId: byId(id),
				pipelineId: byId(pipelines.sellers),
				pipelineStageId: byId(pipelineStages.offer),
			},
		});

		expect(error.message).toBe(`"Stage" does not belong to the pipeline "Sellers": ${pipelineStages.offer}`);
		expect(error.description).toContain(`Valuation (${sellerStages.valuation})`);
		expect(requestsOf(sandbox, 'PUT')).toEqual([]);
	});
});

describe('Set Status', () => {
	test.each(['won', 'abandoned', 'open'])(
		'to %s sends no lost reason, and returns the opportunity',
		async (status) => {
			const { id } = addOpportunity(sandbox, { status: status === 'open' ? 'lost' : 'open' });
			const [after] = await succeed(sandbox, 'opportunity.setStatus', {
				parameters: { opportunityId: byId(id), status, lostReasonId: byId(lostReasons.price) },
			});

			expect(bodyOf('PUT')).toEqual({ status });
			expect(after).toMatchObject({ id, status, pipelineName: 'Buyers', pipelineStageName: 'Inquiry' });
		},
	);

	test('to lost, with a reason or without', async () => {
		const { id } = addOpportunity(sandbox);
		const parameters = { opportunityId: byId(id), status: 'lost' };
		const [without] = await succeed(sandbox, 'opportunity.setStatus', { parameters });
		const [lost] = await succeed(sandbox, 'opportunity.setStatus', {
			parameters: { ...parameters, lostReasonId: byId(lostReasons.price) },
		});

		expect(without).not.toHaveProperty('lostReasonId');
		expect(lost).toMatchObject({ status: 'lost', lostReasonId: lostReasons.price });
	});

	test('a lost reason of another location is refused before anything is changed', async () => {
		sandbox.state.add('lostReasons', { id: 'lrOther', locationId: DEMO.otherLocationId, name: 'Other' });
		const { id } = addOpportunity(sandbox);
		const error = await fail(sandbox, 'opportunity.setStatus', {
			parameters: { opportunityId: byId(id), status: 'lost', lostReasonId: byId('lrOther') },
		});

		expect(error.message).toBe('"Lost Reason" does not belong to this location: lrOther');
		expect(error.description).toContain(`(${lostReasons.price})`);
		expect(requestsOf(sandbox, 'PUT')).toEqual([]);
	});
});

test('followers are added and removed, and the others stay', async () => {
	const { id } = addOpportunity(sandbox, { followers: [users.amelia] });
	const ofOne = (followers: string[]) => ({ parameters: { opportunityId: byId(id), followers } });
	const [added] = await succeed(sandbox, 'opportunity.addFollowers', ofOne([users.ben, users.amelia]));
	const [removed] = await succeed(sandbox, 'opportunity.removeFollowers', ofOne([users.amelia]));

	expect(added).toEqual({
		opportunityId: id,
		followers: [users.amelia, users.ben],
		followersAdded: [users.ben],
	});
	expect(removed).toMatchObject({ followers: [users.ben], followersRemoved: [users.amelia] });
});

test('a deleted opportunity is gone, and its contact stays', async () => {
	const { id, contactId } = addOpportunity(sandbox);
	const records = await succeed(sandbox, 'opportunity.delete', { parameters: { opportunityId: byId(id) } });

	expect(records).toEqual([{ deleted: true }]);
	expect(stored(sandbox)).toEqual([]);
	expect(sandbox.state.contacts.get(contactId)).toBeDefined();
});
