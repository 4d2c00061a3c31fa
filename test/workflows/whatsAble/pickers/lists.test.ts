import { WhatsAble } from '../../../../nodes/WhatsAble/WhatsAble.node.ts';
import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import { byId } from '../../../support/highLevel';
import { DEMO, requestsTo, startSandbox } from '../../../support/whatsAble';
import { editorContext } from '../../../support/whatsAbleEditor';
import { errorOf } from '../../highLevel/pickers/editor';

const { listSearch, loadOptions, resourceMapping } = new WhatsAble().methods;
const { templates } = DEMO;
const { whatsable } = DEMO.keys;

let sandbox: WhatsAbleSandbox;

beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

test('only approved templates are offered, each with its language', async () => {
	const { results } = await listSearch.searchTemplates.call(editorContext(sandbox));
	const ids = results.map(({ value }) => value);
	expect(ids).toContain(templates.welcome);
	expect(ids).not.toContain(templates.pending);
	expect(ids).not.toContain(templates.rejected);
	const names = results.map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
	expect(results.find(({ value }) => value === templates.reminderGerman)?.name).toContain('(de)');
});

test('templates can be searched', async () => {
	const all = await listSearch.searchTemplates.call(editorContext(sandbox));
	const [wanted] = all.results;
	const found = await listSearch.searchTemplates.call(
		editorContext(sandbox),
		String(wanted?.name).toUpperCase(),
	);
	expect(found.results).toEqual([wanted]);
	expect((await listSearch.searchTemplates.call(editorContext(sandbox), 'no such')).results).toEqual([]);
});

test('labels, numbers and groups are offered by what people call them', async () => {
	const labels = await loadOptions.getLabels.call(editorContext(sandbox));
	expect(labels.map(({ name, value }) => [name, value])).toContainEqual(['Hot Lead', 'Hot Lead']);
	const bot = { apiKey: whatsable };
	const numbers = await listSearch.searchWhatsAbleNumbers.call(editorContext(sandbox, bot));
	expect(numbers.results.map(({ value }) => value)).toEqual([...DEMO.whatsableNumbers]);
	const groups = await listSearch.searchGroups.call(editorContext(sandbox, bot));
	expect(groups.results).toEqual([{ name: DEMO.group.name, value: DEMO.group.id }]);
});

test.each([
	['welcome', ['body1']],
	['reminder', ['body1', 'body2', 'body3']],
	['listing', ['media', 'body1', 'body2', 'visit_website']],
	['openHouse', ['header1', 'body1', 'body2']],
	['thanks', []],
] as const)('the variables of the chosen template are fields of the form: %s', async (name, keys) => {
	const context = editorContext(sandbox, { parameters: { templateId: byId(templates[name]) } });
	const { fields, emptyFieldsNotice } = await resourceMapping.templateVariables.call(context);
	expect(fields.map(({ id }) => id)).toEqual(keys);
	expect(fields.every(({ required, display }) => required && display)).toBe(true);
	expect(emptyFieldsNotice).toBe('This template has no variables.');
});

test('a field shows the example that the template was approved with', async () => {
	const context = editorContext(sandbox, { parameters: { templateId: byId(templates.welcome) } });
	const { fields } = await resourceMapping.templateVariables.call(context);
	expect(fields[0]?.displayName).toMatch(/^Body 1 \(e\.g\. .+\)$/);
});

test.each(['', '={{ $json.template }}'])(
	'without a fixed template the form says how to go on, and asks WhatsAble nothing: %j',
	async (value) => {
		const context = editorContext(sandbox, { parameters: { templateId: byId(value) } });
		const { fields, emptyFieldsNotice } = await resourceMapping.templateVariables.call(context);
		expect(fields).toEqual([]);
		expect(emptyFieldsNotice).toContain('Variables Input to Using JSON');
		expect(sandbox.requests).toEqual([]);
	},
);

test.each<[what: string, options: Parameters<typeof editorContext>[1], says: RegExp]>([
	[
		'a wrong key',
		{ apiKey: 'wrong', parameters: { templateId: byId(templates.welcome) } },
		/does not know the API key.* Then close this node and open it again/,
	],
	[
		'a template that is gone, whose name is no HTML',
		{ parameters: { templateId: byId('<b>gone</b>') } },
		/There is no template "&lt;b&gt;gone&lt;\/b&gt;".*Choose it again.* Then close this node/,
	],
])(
	'where the variables cannot be read, the form says what to do in their place: %s',
	async (_, options, says) => {
		const context = editorContext(sandbox, options);
		const { fields, emptyFieldsNotice } = await resourceMapping.templateVariables.call(context);
		expect(fields).toEqual([]);
		expect(emptyFieldsNotice).toMatch(says);
	},
);

test('a list that cannot be loaded is an error with a remedy, never an entry to choose', async () => {
	const wrong = { apiKey: 'wrong' };
	for (const load of [
		listSearch.searchTemplates.call(editorContext(sandbox, wrong)),
		loadOptions.getLabels.call(editorContext(sandbox, wrong)),
		listSearch.searchGroups.call(editorContext(sandbox, wrong)),
	]) {
		const error = await errorOf(load);
		expect(error.message).toBe('WhatsAble does not know the API key of the credential');
		expect(error.description).toContain('Copy the key again');
	}
});

test('an account without templates has an empty list', async () => {
	sandbox.state.templates.clear();
	const { results } = await listSearch.searchTemplates.call(editorContext(sandbox));
	expect(results).toEqual([]);
	expect(requestsTo(sandbox, '/n8n-templates')).toHaveLength(1);
});
