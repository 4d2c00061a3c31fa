import { offencesInAll } from './allTexts';
import { editorTexts } from './editorTexts';
import { pageText, workflowTexts } from './pageTexts';
import { sourceTexts } from './sourceTexts';
import { HOLE } from './text';
import { offencesIn, rowsOf } from './wordList';

const PAGE = `# Words

| term | not |
| --- | --- |
| email | \`mail\` |

| Not                  | Say instead | Except in              |
| -------------------- | ----------- | ---------------------- |
| \`puts out\`, \`hang on\` | returns     |                        |
| \`e-mail*\`            | email       |                        |
| \`e.g.\`               | such as     | \`^e.g. \`               |
| \`cancelled\`          | canceled    | \`Cancelled\`, \`^cancelled$\` |

After the table.`;
const rows = rowsOf(PAGE);
const found = (text: string): string[] => offencesIn({ file: 'a', text }, rows).map(({ word }) => word);

test('the table of the page is the list of words', () => {
	expect(rows).toHaveLength(4);
	expect(rows[0]).toEqual({ words: ['puts out', 'hang on'], say: 'returns', except: [] });
	expect(rows[3]?.except).toEqual(['Cancelled', '^cancelled$']);
});

test.each([
	['no table', 'The page has no table', '# Words'],
	[
		'a row without words',
		'This row needs words',
		'|Not|Say instead|Except in|\n|-|-|-|\n|puts out|returns||',
	],
	['a row without advice', 'This row needs words', '|Not|Say instead|Except in|\n|-|-|-|\n|`puts out`|||'],
	['a word in capitals', 'in lower case', '|Not|Say instead|Except in|\n|-|-|-|\n|`E-mail`|email||'],
])('a page with %s is refused', (_, message, page) => {
	expect(() => rowsOf(page)).toThrow(message);
});

test.each([
	['It puts out items', 'puts out'],
	['Puts\n  out items', 'puts out'],
	['Their E-Mails', 'e-mail*'],
	['(e-mail)', 'e-mail*'],
	['by e-mail, e.g. this', 'e-mail*, e.g.'],
	['The run was cancelled', 'cancelled'],
])('a forbidden word is found: %j', (text, word) => {
	expect(found(text).join(', ')).toBe(word);
});

test.each([
	'It outputs out items',
	'e.g. nathan@example.com',
	'cancelled',
	'The status Cancelled',
	'`e-mail`, <a href="e-mail">field</a>, {{ $json.e-mail }}, https://example.com/e-mail',
	'/contacts/cancelled, contact.cancelled, is_cancelled, cancelled_at, $cancelled and isCancelledNow',
	`${HOLE}cancelled`,
])('a right text is left alone: %j', (text) => {
	expect(found(text)).toEqual([]);
});

test('an offence says where it is and what to say instead', () => {
	const text = 'One.\n`code` of\nthe e-mail of a contact';
	expect(offencesIn({ file: 'docs/a.md', line: 3, text }, rows)).toEqual([
		{
			file: 'docs/a.md',
			line: 5,
			word: 'e-mail*',
			say: 'email',
			excerpt: `One. ${HOLE} of the e-mail of a contact`,
		},
	]);
});

test('of a source file, the texts are read, and neither names, comments nor expressions', () => {
	const code = [
		"import { a } from 'a puts out';",
		"type Way = 'puts out way';",
		"const TABLE = { 'puts out key': 'a value', [`computed`]: /puts out/ };",
		'// puts out',
		"if (way === 'puts out' || TABLE['puts out']) throw new Failure('It ' + name + ' puts ' + 'out', `a ${b ? 'c' : d} e`);",
	].join('\n');
	const texts = sourceTexts('a.ts', code);
	expect(texts.map(({ line, text }) => [line, text])).toEqual([
		[3, 'a value'],
		[3, 'computed'],
		[5, `It ${HOLE} puts out`],
		[5, `a ${HOLE} e`],
		[5, 'c'],
	]);
});

test('of a description, everything is read that the editor shows, at any depth', () => {
	const description = {
		displayName: 'Node',
		name: 'node',
		properties: [
			{
				displayName: 'Way',
				name: 'way',
				type: 'options',
				default: 'hidden',
				options: [{ name: 'One', value: 'hidden', description: 'Shown', action: 'Do one' }],
				modes: [{ displayName: 'By ID', name: 'id', hint: 'A hint', placeholder: 'e.g. 1' }],
				displayOptions: { show: { way: ['hidden'] } },
			},
			{ displayName: 'A notice', name: 'notice', type: 'notice', default: '' },
		],
	};
	const shown = ['Node', 'Way', 'One', 'Shown', 'Do one', 'By ID', 'A hint', 'e.g. 1', 'A notice'];
	expect(editorTexts(description)).toEqual(shown);
});

test('of a page and a workflow, what a person reads is read, and the lines are those of the file', () => {
	const page = '# A\n\n```js\nputs out\n```\n\n<!-- puts out\n-->\n[b](puts-out/e-mail.md) e-mail';
	expect(offencesIn(pageText('a.md', page), rows).map(({ line, word }) => [line, word])).toEqual([
		[9, 'e-mail*'],
	]);
	const workflow = {
		name: 'Flow',
		nodes: [
			{ name: 'Note', type: 'n8n-nodes-base.stickyNote', parameters: { content: 'To **do**', color: 4 } },
			{ name: 'Code', type: 'n8n-nodes-base.code', notes: 'Why', parameters: { content: 'puts out' } },
			{ name: 'End', type: 'n8n-nodes-base.stopAndError', parameters: { errorMessage: 'It ends' } },
		],
	};
	const texts = workflowTexts('a.json', JSON.stringify(workflow)).map(({ text }) => text);
	expect(texts).toEqual(['Flow', 'Note', 'To **do**', 'Code', 'Why', 'End', 'It ends']);
});

test('what the editor shows counts where it is written, and what is put together counts once for the class', () => {
	const offences = offencesInAll(
		{
			written: [{ file: 'fields.ts', line: 1, text: `The ${HOLE} that it puts out` }],
			shown: [
				{ file: 'A.node.ts', text: 'The contact that it puts out' },
				{ file: 'A.node.ts', text: 'An e-mail that is put together' },
			],
			pages: [{ file: 'README.md', text: 'Puts out' }],
			flows: [{ file: 'flow.json', text: 'hang on' }],
		},
		rows,
	);
	expect(offences.map(({ file, word }) => `${file} ${word}`)).toEqual([
		'fields.ts puts out',
		'A.node.ts e-mail*',
		'README.md puts out',
		'flow.json hang on',
	]);
});
