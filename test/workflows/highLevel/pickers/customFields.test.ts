import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { pace } from '../../../support/pace';
import { GoHighLevel } from '../../../../nodes/GoHighLevel/GoHighLevel.node.ts';
import { GoHighLevelPollTrigger } from '../../../../nodes/GoHighLevel/GoHighLevelPollTrigger.node.ts';
import { GoHighLevelTrigger } from '../../../../nodes/GoHighLevel/GoHighLevelTrigger.node.ts';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DATA_TYPES } from '../../../../sandbox/highLevel/state/records';
import { startForwarder } from '../../../support/odd/forwarder';
import { DEMO, startSandbox } from '../../../support/highLevel';
import { editorContext, editorContextOfNewNode } from './editor';

const F = DEMO.customFields;
const { contactCustomFields } = new GoHighLevel().methods.resourceMapping;

pace({ backoff: { firstMs: 1, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: HighLevelSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

test('each custom field of contacts is offered with the widget for its type', async () => {
	const { fields } = await contactCustomFields.call(editorContext(sandbox));

	expect(fields.map(({ id, displayName, type }) => [id, displayName, type])).toEqual([
		[F.leadSourceDetail, 'Lead Source Detail', 'string'],
		[F.budget, 'Budget', 'string'],
		[F.moveInDate, 'Move-in Date', 'dateTime'],
		[F.propertyType, 'Property Type', 'options'],
		[F.interests, 'Interests (Buying, Selling, Renting, Investing)', 'string'],
		[F.notesFromAgent, 'Notes from Agent', 'string'],
		[F.bedrooms, 'Bedrooms', 'number'],
		[F.amenities, 'Amenities (Garage, Garden, Pool, Elevator)', 'string'],
		[F.preferredContact, 'Preferred Contact', 'options'],
		[F.workPhone, 'Work Phone', 'string'],
		[`${F.socialProfiles}.${DEMO.textBoxes.linkedIn}`, 'Social Profiles: LinkedIn', 'string'],
		[`${F.socialProfiles}.${DEMO.textBoxes.instagram}`, 'Social Profiles: Instagram', 'string'],
		[F.documents, 'Documents (Binary Property)', 'string'],
	]);
});

test('a choice offers the options that HighLevel has', async () => {
	const { fields } = await contactCustomFields.call(editorContext(sandbox));

	expect(fields.find(({ id }) => id === F.preferredContact)?.options).toEqual([
		{ name: 'Phone', value: 'Phone' },
		{ name: 'E-mail', value: 'E-mail' },
		{ name: 'WhatsApp', value: 'WhatsApp' },
	]);
});

test('choices that HighLevel gives as objects are offered by their labels', async () => {
	const asObjects = (body: string) =>
		body.replace(/"picklistOptions":(\["[^\]]*"\])/g, (_, list: string) => {
			const names = JSON.parse(list) as string[];
			return `"picklistOptions":${JSON.stringify(names.map((label) => ({ label, isDefault: false })))}`;
		});
	const forwarder = await startForwarder(sandbox.url, { answer: asObjects });
	const context = editorContext(sandbox, { baseUrl: forwarder.url });
	const { fields } = await contactCustomFields.call(context).finally(async () => await forwarder.close());

	expect(fields.find(({ id }) => id === F.preferredContact)?.options?.map(({ name }) => name)).toEqual([
		...['Phone', 'E-mail', 'WhatsApp'],
	]);
	expect(fields.map(({ displayName }) => displayName)).toContain(
		'Interests (Buying, Selling, Renting, Investing)',
	);
});

test('no field is forced upon a contact: none is required, and each is added by hand', async () => {
	const { fields } = await contactCustomFields.call(editorContext(sandbox));

	expect(fields.length).toBeGreaterThan(0);
	for (const field of fields) expect(field).toMatchObject({ required: false, removed: true, display: true });
});

test('fields of opportunities and of other locations are not offered', async () => {
	const { fields } = await contactCustomFields.call(editorContext(sandbox));
	const ids = fields.map(({ id }) => id);

	for (const id of [F.dealType, F.otherLocationField]) expect(ids).not.toContain(id);
	expect(sandbox.requests.map(({ query }) => query)).toEqual([{ model: 'contact' }]);
});

test('every data type of HighLevel is offered, so that no field has to be written by hand', async () => {
	const { fields } = await contactCustomFields.call(editorContext(sandbox));
	const seeded = sandbox.state.customFields
		.inGroup(DEMO.locationId)
		.filter(({ model }) => model === 'contact');
	const offered = seeded.filter((field) => fields.some(({ id }) => id.split('.')[0] === field.id));

	expect(new Set(seeded.map(({ dataType }) => dataType))).toEqual(new Set(DATA_TYPES));
	expect(new Set(offered.map(({ dataType }) => dataType))).toEqual(new Set(DATA_TYPES));
});

test('a field that was just made in HighLevel shows when the list is refreshed', async () => {
	await contactCustomFields.call(editorContext(sandbox));
	const budget = sandbox.state.customFields.get(F.budget);
	if (!budget) throw new Error('The seed has no budget');
	sandbox.state.customFields.set('cfNew', {
		...budget,
		id: 'cfNew',
		name: 'Bathrooms',
		dataType: 'NUMERICAL',
	});
	await new Promise((resolve) => setTimeout(resolve, 2_100));
	const { fields } = await contactCustomFields.call(editorContext(sandbox));

	expect(fields.find(({ id }) => id === 'cfNew')).toMatchObject({ displayName: 'Bathrooms', type: 'number' });
});

describe('where the custom fields cannot be read, the panel says what to do in their place', () => {
	const WITHOUT_SCOPE = 'pit-00000000-demo-demo-demo-contactsonly';

	test.each<[what: string, context: () => ILoadOptionsFunctions, says: RegExp]>([
		['no credential yet', () => editorContextOfNewNode(), /^Choose a credential above, then close this node/],
		[
			'a token without the scope',
			() => editorContext(sandbox, { token: WITHOUT_SCOPE }),
			/not authorized for this scope\. .*locations\/customFields\.readonly.* Then close this node and open it again/,
		],
		[
			'a wrong token',
			() => editorContext(sandbox, { token: 'pit-wrong' }),
			/does not accept the token: Invalid JWT\. Check the credential.* Then close this node/,
		],
		[
			'a location of another account',
			() => editorContext(sandbox, { locationId: DEMO.otherLocationId }),
			/does not have access to this location\..* Then close this node/,
		],
		[
			'a service that is down',
			() => editorContext(sandbox, { baseUrl: 'http://127.0.0.1:9' }),
			/could not be reached .*Check the connection.* Then close this node/,
		],
		[
			'a Base URL that is none',
			() => editorContext(sandbox, { baseUrl: 'highlevel' }),
			/Base URL of the HighLevel credential is not a web address\..* Then close this node/,
		],
	])('%s', async (_, context, says) => {
		const demo = sandbox.state.tokens.get(DEMO.token);
		if (!demo) throw new Error('The seed has no demo token');
		sandbox.state.tokens.set(WITHOUT_SCOPE, { ...demo, token: WITHOUT_SCOPE, scopes: ['contacts.readonly'] });
		const { fields, emptyFieldsNotice } = await contactCustomFields.call(context());

		expect(fields).toEqual([]);
		expect(emptyFieldsNotice).toMatch(says);
	});
});

test('a location without custom fields says so', async () => {
	sandbox.state.customFields.clear();
	const { fields, emptyFieldsNotice } = await contactCustomFields.call(editorContext(sandbox));

	expect(fields).toEqual([]);
	expect(emptyFieldsNotice).toMatch(/^This location has no custom fields for contacts\./);
});

test('what was mapped survives a refresh while HighLevel is down', async () => {
	const { fields } = await contactCustomFields.call(editorContext(sandbox));
	const customFields = { mappingMode: 'defineBelow', value: { [F.budget]: '450000' }, schema: fields };
	const down = editorContext(sandbox, { token: 'pit-wrong' }, { customFields });

	expect((await contactCustomFields.call(down)).fields).toEqual(fields);
});

test('every list that the form names is there', () => {
	const { description, methods } = new GoHighLevel();
	// The triggers share the lists of the node.
	const triggers = [new GoHighLevelPollTrigger(), new GoHighLevelTrigger()];
	const text = JSON.stringify(
		[description, ...triggers.map((one) => one.description)].map((one) => one.properties),
	);
	const named = (key: string) =>
		[...text.matchAll(new RegExp(`"${key}":"(\\w+)"`, 'g'))].map(([, method]) => method);

	expect(new Set(named('searchListMethod'))).toEqual(new Set(Object.keys(methods.listSearch)));
	expect(new Set(named('resourceMapperMethod'))).toEqual(new Set(Object.keys(methods.resourceMapping)));
});
