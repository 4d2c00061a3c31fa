import { GoHighLevel } from '../../../nodes/GoHighLevel/GoHighLevel.node';
import type { HighLevelSandbox } from '../../../sandbox/highlevel';
import { DATA_TYPES } from '../../../sandbox/highlevel/records';
import { DEMO, startSandbox } from '../../support/highLevel';
import { editorContext, errorOf } from './editor';

const F = DEMO.customFields;
const { contactCustomFields } = new GoHighLevel().methods.resourceMapping;

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
		[F.interests, 'Interests', 'string'],
		[F.notesFromAgent, 'Notes from Agent', 'string'],
		[F.bedrooms, 'Bedrooms', 'number'],
		[F.amenities, 'Amenities', 'string'],
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

test('a token without the scope is told which one it needs', async () => {
	const demo = sandbox.state.tokens.get(DEMO.token);
	if (!demo) throw new Error('The seed has no demo token');
	const token = 'pit-00000000-demo-demo-demo-contactsonly';
	sandbox.state.tokens.set(token, { ...demo, token, scopes: ['contacts.readonly'] });
	const error = await errorOf(contactCustomFields.call(editorContext(sandbox, { token })));

	expect(error.message).toContain('The token is not authorized for this scope.');
	expect(error.description).toContain('locations/customFields.readonly');
});

test('every list that the form names is there', () => {
	const { description, methods } = new GoHighLevel();
	const text = JSON.stringify(description.properties);
	const named = (key: string) =>
		[...text.matchAll(new RegExp(`"${key}":"(\\w+)"`, 'g'))].map(([, method]) => method);

	expect(new Set(named('searchListMethod'))).toEqual(new Set(Object.keys(methods.listSearch)));
	expect(new Set(named('resourceMapperMethod'))).toEqual(new Set(Object.keys(methods.resourceMapping)));
});
