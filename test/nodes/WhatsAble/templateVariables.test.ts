import type { Template } from '../../../nodes/WhatsAble/api/records/templates';
import { variablesOf } from '../../../nodes/WhatsAble/api/records/templateVariables';

function keysOf(template: Partial<Template>): string[] {
	return variablesOf({ template_id: 'x', name: 'x', ...template }).map(({ key }) => key);
}

const body = (text: string) => ({ type: 'BODY', text });

test.each<[string, Partial<Template>, string[]]>([
	['a body', { components: [body('Hi {{1}}, {{2}} and {{1}} again')] }, ['body1', 'body2']],
	['one components within another', { components: { components: [body('Hi {{1}}')] } }, ['body1']],
	['components as the text of JSON', { components: JSON.stringify([body('Hi {{1}}')]) }, ['body1']],
	['named placeholders', { components: [body('Hi {{first_name}}, see you {{ day }}')] }, ['body1', 'body2']],
	['an image', { components: [{ type: 'HEADER', format: 'IMAGE' }, body('Hi')] }, ['media']],
	['a text in the header', { components: [{ type: 'HEADER', format: 'TEXT', text: '{{1}}' }] }, ['header1']],
	['a header without a format', { components: [{ type: 'HEADER', text: 'Hello' }] }, []],
	['a place on the map', { components: [{ type: 'HEADER', format: 'LOCATION' }] }, []],
	[
		'a link with an end of its own',
		{
			components: [
				{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Open', url: 'https://x.example/{{1}}' }] },
			],
		},
		['visit_website'],
	],
	[
		'buttons without variables',
		{
			components: [
				{
					type: 'BUTTONS',
					buttons: [
						{ type: 'URL', text: 'Open', url: 'https://x.example' },
						{ type: 'QUICK_REPLY', text: 'Yes' },
					],
				},
			],
		},
		[],
	],
	['small letters', { components: [{ type: 'body', text: '{{1}}' }] }, ['body1']],
	[
		'no parts, but a format',
		{ template_formate: '[h:1][b:2][m:1][u:1]' },
		['header1', 'body1', 'body2', 'media', 'visit_website'],
	],
	['no parts, and several links', { template_formate: '[u:2]' }, ['visit_website']],
	['a format with unknown letters', { template_formate: '[z:3][b:1]' }, ['body1']],
	['no parts and no format, but a number', { variable_counts: 3 }, ['body1', 'body2', 'body3']],
	['nothing at all', {}, []],
	['components that are no JSON', { components: 'none', variable_counts: 1 }, ['body1']],
])('the variables are told from %s', (_, template, keys) => {
	expect(keysOf(template)).toEqual(keys);
});

test('a person reads what each variable is for', () => {
	const labels = variablesOf({
		template_id: 'x',
		name: 'x',
		components: [
			{ type: 'HEADER', format: 'DOCUMENT' },
			{ type: 'BODY', text: '{{1}} at {{2}}', example: { body_text: [['Ada', '10:00']] } },
			{ type: 'BUTTONS', buttons: [{ text: 'See the House', url: 'https://x.example/{{1}}' }] },
		],
	}).map(({ label }) => label);
	expect(labels).toEqual([
		'Document (Public URL)',
		'Body 1 (e.g. Ada)',
		'Body 2 (e.g. 10:00)',
		'Button "See the House": End of https://x.example/{{1}}',
	]);
});
