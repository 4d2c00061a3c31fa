import type { IDataObject } from 'n8n-workflow';

import { catalogue } from '../../../../nodes/WhatsAble/actions';
import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import { contactOf, DEMO, requestsTo, startSandbox, succeed, textsTo } from '../../../support/whatsAble';
import { editorContext } from '../../../support/whatsAbleEditor';
import { errorOf } from '../../highLevel/pickers/editor';
import { choicesOf, fields, fieldsOf, node } from './fields';

/** Faults of the vendor's own n8n package that ours must never have. */

const { olivia, jonas } = DEMO.contacts;
const { templates } = DEMO;

let sandbox: WhatsAbleSandbox;

beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

test('6: operations can be chosen without a key, and a list that fails is never an entry to choose', async () => {
	const choosing = fields.filter(({ name }) => ['resource', 'operation'].includes(name));
	expect(choosing).toHaveLength(1 + Object.keys(catalogue).length);
	for (const field of choosing) {
		expect(choicesOf(field).length).toBeGreaterThan(0);
		expect(field.typeOptions?.loadOptionsMethod).toBeUndefined();
	}
	sandbox.state.templates.clear();
	const { searchTemplates } = node.methods.listSearch;
	expect((await searchTemplates.call(editorContext(sandbox))).results).toEqual([]);
	sandbox.state.labels.clear();
	expect(await node.methods.loadOptions.getLabels.call(editorContext(sandbox))).toEqual([]);
	await errorOf(searchTemplates.call(editorContext(sandbox, { apiKey: 'wrong' })));
});

test('7: a template is stored by its ID alone, so that it stays right when the template is edited', async () => {
	const { results } = await node.methods.listSearch.searchTemplates.call(editorContext(sandbox));
	expect(results.map(({ value }) => value)).toEqual(
		[...sandbox.state.templates.values()]
			.filter(({ status }) => status === 'APPROVED')
			.map(({ templateId }) => templateId),
	);
	const welcome = sandbox.state.templates.get(templates.welcome);
	if (!welcome) throw new Error('The seed has no such template');
	sandbox.state.templates.set(templates.welcome, {
		...welcome,
		components: [{ type: 'BODY', text: 'Edited: {{1}} and {{2}}' }],
	});
	await succeed(sandbox, 'message.sendTemplate', {
		items: [{ id: templates.welcome }],
		parameters: {
			phoneNumber: jonas,
			templateId: '={{ $json.id }}',
			variablesInput: 'json',
			variablesJson: '["one", "two"]',
		},
	});
	expect(textsTo(sandbox, jonas)).toEqual(['Edited: one and two']);
});

test('8: a contact is written in one place, by any number, with its name, made where it is none, its note kept', async () => {
	const writing = Object.entries(catalogue).filter(([, { operations }]) => 'upsert' in operations);
	expect(writing.map(([resource]) => resource)).toEqual(['contact']);
	await succeed(sandbox, 'contact.upsert', {
		parameters: {
			phoneNumber: '+1 212 555 0166',
			additionalFields: { displayName: 'Ada', existingNote: 'Before', note: 'After' },
		},
	});
	expect(contactOf(sandbox, '12125550166')).toMatchObject({ name: 'Ada', note: 'Before\nAfter' });
});

test('10: no form has hidden fields, and a link preview is offered only where it changes the message', async () => {
	expect(fields.filter(({ type }) => type === 'hidden')).toEqual([]);
	const withPreview = Object.entries(catalogue.message?.operations ?? {})
		.filter(([, { fields: own }]) => JSON.stringify(own).includes('linkPreview'))
		.map(([name]) => name);
	expect(withPreview.sort()).toEqual(['scheduleText', 'sendText']);
	for (const linkPreview of [true, false]) {
		await succeed(sandbox, 'message.sendText', {
			parameters: { phoneNumber: olivia, text: 'https://example.com', options: { linkPreview } },
		});
	}
	const previews = requestsTo(sandbox, '/general/send').map(
		({ body }) => ((body as IDataObject).text as IDataObject).preview_url,
	);
	expect(previews).toEqual([true, false]);
});

test('11: whom a message goes to is never called a number to send from', () => {
	const numbers = fieldsOf(node.description).filter(({ name }) => /phone|recipient|number/i.test(name));
	expect(numbers.length).toBeGreaterThan(5);
	expect(numbers.filter(({ description }) => /send from/i.test(description ?? ''))).toEqual([]);
	expect(numbers.every(({ description }) => (description ?? '').length > 20)).toBe(true);
});

test('12: any delay can be given, no entry is empty, and no switch stands for a choice between two ways', async () => {
	await succeed(sandbox, 'message.scheduleText', {
		parameters: { phoneNumber: olivia, text: 'Hi', when: 'relative', delay: 7, delayUnit: 'min' },
	});
	expect(requestsTo(sandbox, '/general/send')[0]?.body).toMatchObject({ unit_of_time_value: 7 });
	const empty = fields.flatMap(choicesOf).filter(({ name, value }) => name === '' || value === '');
	expect(empty).toEqual([]);
	const switches = fields.filter(({ type }) => type === 'boolean');
	expect(switches.length).toBeGreaterThan(0);
	for (const { description, displayName } of switches) {
		expect(description).toMatch(/^Whether /);
		expect(displayName).not.toMatch(/ or /);
	}
});
