import type { IDataObject } from 'n8n-workflow';

import { catalogue } from '../../../../nodes/WhatsAble/actions';
import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import { examples } from '../../../cases/whatsAble';
import { byId } from '../../../support/highLevel';
import { DEMO, fail, requestsTo, startSandbox, succeed } from '../../../support/whatsAble';

const { templates } = DEMO;

let sandbox: WhatsAbleSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

/** Every operation that fills in a template. */
const filling = Object.entries(catalogue).flatMap(([resource, { operations }]) =>
	Object.entries(operations)
		.filter(([, { fields }]) => fields.some(({ name }) => name === 'variables'))
		.map(([name]) => `${resource}.${name}`),
);

const WAYS: Array<[string, (value: string) => IDataObject]> = [
	[
		'each variable',
		(value) => ({
			variablesInput: 'fields',
			variables: { mappingMode: 'defineBelow', value: { body1: value } },
		}),
	],
	['JSON', (value) => ({ variablesInput: 'json', variablesJson: { body1: value } })],
];

const cases = filling.flatMap((id) => WAYS.map(([way, parametersOf]) => ({ id, way, parametersOf })));

const parametersFor = (id: string, own: IDataObject) => ({
	...examples[id]?.parameters,
	templateId: byId(templates.welcome),
	...own,
});

const sentVariables = () =>
	(requestsTo(sandbox, '/messages/send')[0]?.body as { variables?: IDataObject } | undefined)?.variables;

test('there are operations that fill in templates', () => {
	expect(filling.sort()).toEqual(['message.scheduleTemplate', 'message.sendTemplate']);
});

describe.each(cases)('$id by $way', ({ id, parametersOf }) => {
	test.each<[string, string, string]>([
		['a line break', '12 Pier Street\nBoston', '12 Pier Street Boston'],
		['a line break of Windows', 'a\r\nb', 'a b'],
		['several lines with blanks', 'a  \n\n  b', 'a b'],
		['a tab', 'a\tb', 'a b'],
		['a vertical tab and a form feed', 'a\vb\fc', 'a b c'],
		['a next line (U+0085)', 'a\u0085b', 'a b'],
		['line and paragraph separators', 'a\u2028b\u2029c', 'a b c'],
		['five spaces', 'a     b', 'a b'],
		['five no-break spaces', 'a\u00a0\u00a0\u00a0\u00a0\u00a0b', 'a b'],
		['spaces of several kinds', 'a \u2003\u00a0 \u202f b', 'a b'],
	])('does not send %s, which WhatsApp would not deliver, and says so', async (_, given, expected) => {
		const [item] = await succeed(sandbox, id, { parameters: parametersFor(id, parametersOf(given)) });
		expect(sentVariables()).toEqual({ body1: expected });
		expect(item?.flattenedVariables).toEqual(['body1']);
	});

	test.each(['Ada Byron', 'a    b', 'O’Neil & Søn', 'a\u00a0b'])('sends %j as it is', async (value) => {
		const [item] = await succeed(sandbox, id, { parameters: parametersFor(id, parametersOf(value)) });
		expect(sentVariables()).toEqual({ body1: value });
		expect(item).not.toHaveProperty('flattenedVariables');
	});

	test.each(['', '  ', '\n\t', '\u0085', '\u2028\u2028', '\u200b', '\u00a0'])(
		'refuses %j as empty before anything is sent',
		async (value) => {
			const error = await fail(sandbox, id, { parameters: parametersFor(id, parametersOf(value)) });
			expect(error.message).toContain('needs a value for body1');
			expect(requestsTo(sandbox, '/messages/send')).toEqual([]);
		},
	);
});

test.each(filling)('the panel of %s says what becomes of line breaks', (id) => {
	const [resource = '', operation = ''] = id.split('.');
	const fields = catalogue[resource]?.operations[operation]?.fields ?? [];
	for (const name of ['variables', 'variablesJson']) {
		expect(fields.find((field) => field.name === name)?.description).toContain('line breaks, tabs');
	}
});
