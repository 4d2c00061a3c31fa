import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { requestsOf, storeContact } from '../../../support/sandboxRuns';

const F = DEMO.customFields;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const stored = (id: unknown) => sandbox.state.customFields.get(String(id));
const bodies = (method: string) => requestsOf(sandbox, method).map(({ body }) => body);

async function create(dataType: string, additionalFields: IDataObject = {}) {
	const [field] = await succeed(sandbox, 'customField.create', {
		items: [{ formats: ['.pdf', '.docx'] }],
		parameters: { name: 'Extra', dataType, additionalFields },
	});
	return field;
}

const choices = (...labels: string[]): IDataObject => ({
	textBoxListOptions: { option: labels.map((label) => ({ label })) },
});

describe('a new field', () => {
	test('belongs to contacts unless the operator says otherwise', async () => {
		const field = await create('TEXT');

		expect(field).toMatchObject({ name: 'Extra', fieldKey: 'contact.extra', model: 'contact' });
		expect(bodies('POST')).toEqual([{ name: 'Extra', dataType: 'TEXT', model: 'contact' }]);
		expect(stored(field?.id)).toMatchObject({ locationId: DEMO.locationId, model: 'contact' });
	});

	test('belongs to opportunities where it is said so', async () => {
		expect(await create('MONETORY', { model: 'opportunity' })).toMatchObject({
			fieldKey: 'opportunity.extra',
			dataType: 'MONETORY',
		});
	});

	test.each(['CHECKBOX', 'MULTIPLE_OPTIONS', 'RADIO', 'SINGLE_OPTIONS'])(
		'of type %s has its choices in their order, without empty ones',
		async (dataType) => {
			const field = await create(dataType, choices('Lake, near', '', '={{ $json.nothing }}', 'City'));

			expect(field?.picklistOptions).toEqual(['Lake, near', 'City']);
			expect(stored(field?.id)?.options).toEqual(['Lake, near', 'City']);
		},
	);

	test('of several boxes has each with its prefilled text', async () => {
		const field = await create('TEXTBOX_LIST', {
			textBoxListOptions: { option: [{ label: 'Home' }, { label: 'Work', prefillValue: 'https://' }] },
		});

		expect(stored(field?.id)?.textBoxes).toMatchObject([
			{ label: 'Home', prefillValue: '' },
			{ label: 'Work', prefillValue: 'https://' },
		]);
	});

	test.each([['.pdf, .docx'], ['={{ $json.formats }}']])(
		'for files takes its formats from %s, with how many there may be',
		async (acceptedFormat) => {
			const files = { acceptedFormat, isMultipleFile: true, maxNumberOfFiles: 3 };
			const field = await create('FILE_UPLOAD', files);

			expect(stored(field?.id)?.files).toEqual({ formats: ['.pdf', '.docx'], multiple: true, limit: 3 });
			expect(field).toMatchObject({ isMultiFileAllowed: true, maxFileLimit: 3 });
		},
	);

	test('stands where the operator puts it, also at the very first place', async () => {
		await create('PHONE', { position: '={{ "0" }}', placeholder: 'With country code' });

		expect(bodies('POST')).toMatchObject([{ position: 0, placeholder: 'With country code' }]);
	});
});

describe('settings that the data type does not have are refused, and nothing is sent', () => {
	test.each<[string, IDataObject, string, string]>([
		['TEXT', choices('Lake'), 'Choices or Boxes', 'Single Line'],
		['MONETORY', choices('Lake'), 'Choices or Boxes', 'Monetary'],
		['CHECKBOX', { acceptedFormat: '.pdf' }, 'Accepted File Formats', 'Checkbox'],
		['TEXT', { isMultipleFile: false }, 'Multiple Files', 'Single Line'],
		['FILE_UPLOAD', choices('Lake'), 'Choices or Boxes', 'File Upload'],
	])('%s with %j', async (dataType, additionalFields, label, typeName) => {
		const error = await fail(sandbox, 'customField.create', {
			parameters: { name: 'Extra', dataType, additionalFields },
		});

		expect(error.message).toBe(`"${label}" does not go with the data type ${typeName}`);
		expect(error.description).toContain('Leave it out: it is for ');
		expect(error.description).not.toMatch(/[A-Z]_[A-Z]|undefined/);
		expect(requestsOf(sandbox, 'POST')).toEqual([]);
	});
});

test('a data type that HighLevel does not know is refused with those that it knows', async () => {
	const error = await fail(sandbox, 'customField.create', {
		parameters: { name: 'Extra', dataType: '={{ "MONEY" }}' },
	});

	expect(error.message).toBe('"Data Type" has no option "MONEY"');
	expect(error.description).toContain('Monetary (MONETORY)');
	expect(error.details).toMatchObject({ field: 'Data Type' });
});

test('an object that HighLevel does not know is not taken for another', async () => {
	const error = await fail(sandbox, 'customField.create', {
		parameters: { name: 'Extra', dataType: 'TEXT', additionalFields: { model: '={{ "company" }}' } },
	});

	expect(error.message).toBe('"Object" has no option "company"');
});

describe('an update', () => {
	const update = async (id: string, updateFields: IDataObject) =>
		await succeed(sandbox, 'customField.update', { parameters: { customFieldId: byId(id), updateFields } });

	test('leaves name, choices and everything else as they are that is not given', async () => {
		const before = stored(F.propertyType);
		const [field] = await update(F.propertyType, { placeholder: 'What they look for' });

		expect(bodies('PUT')).toEqual([
			{ name: 'Property Type', model: 'contact', placeholder: 'What they look for' },
		]);
		expect(stored(F.propertyType)).toEqual({ ...before, placeholder: 'What they look for' });
		expect(field).toMatchObject({ id: F.propertyType, placeholder: 'What they look for' });
	});

	test('puts the choices that are given in place of those that were there', async () => {
		await update(F.propertyType, choices('House', 'Loft'));

		expect(stored(F.propertyType)).toMatchObject({ name: 'Property Type', options: ['House', 'Loft'] });
	});

	test('reaches a field of opportunities', async () => {
		await update(F.dealType, { name: 'Kind of Deal' });

		expect(stored(F.dealType)).toMatchObject({ name: 'Kind of Deal', model: 'opportunity' });
	});

	test('of one field by several items keeps what each has given', async () => {
		const run = await runOperation(sandbox, 'customField.update', {
			items: [{ name: 'Kind of Home' }, { placeholder: 'House, condo' }, { position: 5 }],
			parameters: {
				customFieldId: byId(F.propertyType),
				updateFields: {
					name: '={{ $json.name }}',
					placeholder: '={{ $json.placeholder }}',
					position: '={{ $json.position }}',
				},
			},
		});

		expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(stored(F.propertyType)).toMatchObject({
			name: 'Kind of Home',
			placeholder: 'House, condo',
			position: 5,
		});
	});

	test('with a position that is no number is refused before anything is sent', async () => {
		const error = await fail(sandbox, 'customField.update', {
			parameters: { customFieldId: byId(F.budget), updateFields: { position: '={{ "first" }}' } },
		});

		expect(error.message).toBe('"Position" is not a number: first');
		expect(sandbox.requests).toEqual([]);
	});

	test('without anything to write is refused before anything is sent', async () => {
		const error = await fail(sandbox, 'customField.update', {
			parameters: { customFieldId: byId(F.budget), updateFields: { ...choices(''), name: '' } },
		});

		expect(error.message).toBe('There is nothing to update');
		expect(sandbox.requests).toEqual([]);
	});
});

test('a deleted field is gone, also when the answer is lost, and with it what contacts had in it', async () => {
	const contactId = storeContact(sandbox, {
		customFields: [
			{ id: F.bedrooms, value: 2 },
			{ id: F.leadSourceDetail, value: 'Website' },
		],
	});
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, method: 'DELETE' });

	expect(
		await succeed(sandbox, 'customField.delete', { parameters: { customFieldId: byId(F.bedrooms) } }),
	).toEqual([{ deleted: true }]);
	expect(stored(F.bedrooms)).toBeUndefined();
	expect(sandbox.state.contacts.get(contactId)?.customFields).toEqual([
		{ id: F.leadSourceDetail, value: 'Website' },
	]);
});
