import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { succeed } from '../../../support/odd/outcomes';

const F = DEMO.customFields;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const own = () => sandbox.state.customFields.inGroup(DEMO.locationId);

test.each([[F.propertyType], ['contact.property_type']])(
	'one field is read by %s, with what a workflow needs of it',
	async (key) => {
		const parameters = { customFieldId: byId(key) };
		expect(await succeed(sandbox, 'customField.get', { parameters })).toEqual([
			{
				id: F.propertyType,
				name: 'Property Type',
				fieldKey: 'contact.property_type',
				dataType: 'SINGLE_OPTIONS',
				model: 'contact',
				placeholder: '',
				position: 200,
				picklistOptions: ['House', 'Condo', 'Townhouse', 'Land'],
				isMultiFileAllowed: false,
			},
		]);
	},
);

test('without Simplify, everything is put out that HighLevel answers', async () => {
	const parameters = { simplify: false };
	const [field] = await succeed(sandbox, 'customField.get', {
		parameters: { ...parameters, customFieldId: byId(F.documents) },
	});
	const fields = await succeed(sandbox, 'customField.getAll', {
		parameters: { ...parameters, returnAll: true },
	});

	expect(field).toMatchObject({ locationId: DEMO.locationId, isAllowedCustomOption: false, maxFileLimit: 4 });
	expect(fields.find(({ id }) => id === F.documents)).toEqual(field);
});

test.each([
	[{}, ['contact', 'opportunity']],
	[{ model: 'all' }, ['contact', 'opportunity']],
	[{ model: 'contact' }, ['contact']],
	[{ model: 'opportunity' }, ['opportunity']],
	[{ model: '={{ $json.nothing }}' }, ['contact', 'opportunity']],
])('with the filters %j, the fields of these are put out: %j', async (filters, models) => {
	const fields = await succeed(sandbox, 'customField.getAll', { parameters: { returnAll: true, filters } });

	const expected = own().filter(({ model }) => models.includes(model));
	expect(fields.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
	expect(new Set(fields.map(({ model }) => model))).toEqual(new Set(models));
});

test('no more fields are put out than the limit, and each is linked to its item', async () => {
	const run = await runOperation(sandbox, 'customField.getAll', {
		items: [{}, {}],
		parameters: { returnAll: false, limit: 2 },
	});

	expect(run.items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
		[F.leadSourceDetail, { item: 0 }],
		[F.budget, { item: 0 }],
		[F.leadSourceDetail, { item: 1 }],
		[F.budget, { item: 1 }],
	]);
});
