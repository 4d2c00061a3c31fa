import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import { byId } from '../../../support/highLevel';
import {
	contactOf,
	DEMO,
	fail,
	requestsTo,
	startSandbox,
	succeed,
	textsTo,
} from '../../../support/whatsAble';

const { olivia, khalid, noa } = DEMO.contacts;

let sandbox: WhatsAbleSandbox;

beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const ODD_TEXTS: Array<[string, string]> = [
	['emoji', 'See you at 10 👍🏽 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
	['Arabic', 'أهلا خالد، موعد المعاينة غدا الساعة 11:00'],
	['Hebrew with Latin in it', 'שלום Noa, הדירה ב-Pier Street 12'],
	['marks of direction', '\u200Fשלום\u200E 123'],
	['line breaks', 'One\nTwo\r\nThree'],
	['quotes and backslashes', `He said "it's \\n not JSON" {}`],
	['markup of WhatsApp', '*bold* _italic_ ~struck~ ```code```'],
	['what looks like a variable', 'Hi {{1}} and {{ $json.name }}'],
	['letters with combining marks', 'e\u0301 n\u0303'],
	['HTML', '<b>Not</b> &amp; bold'],
];

test.each(ODD_TEXTS)('a text arrives as it was written: %s', async (_, text) => {
	await succeed(sandbox, 'message.sendText', {
		items: [{ text }],
		parameters: { phoneNumber: khalid, text: '={{ $json.text }}' },
	});
	expect(textsTo(sandbox, khalid)).toEqual([text]);
});

/** Templates take no line breaks. */
const IN_TEMPLATES = ODD_TEXTS.filter(([what]) => what !== 'line breaks');

test.each(IN_TEMPLATES)('a template variable arrives as it was written: %s', async (_, text) => {
	await succeed(sandbox, 'message.sendTemplate', {
		items: [{ text }],
		parameters: {
			phoneNumber: noa,
			templateId: byId(DEMO.templates.welcome),
			variables: { mappingMode: 'defineBelow', value: { body1: '={{ $json.text }}' } },
		},
	});
	expect(textsTo(sandbox, noa)[0]).toContain(text);
});

test.each(ODD_TEXTS)('names and notes are stored as they were written: %s', async (_, text) => {
	await succeed(sandbox, 'contact.upsert', {
		items: [{ text }],
		parameters: {
			phoneNumber: olivia,
			additionalFields: { displayName: '={{ $json.text }}', note: '={{ $json.text }}' },
		},
	});
	expect(contactOf(sandbox, olivia)).toMatchObject({ name: text, note: text });
});

test.each([
	['letters', 'a'],
	['emoji, each of which counts once', '😀'],
	['Arabic letters', 'خ'],
])(
	'4,096 characters go through, and one more is refused before anything is sent: %s',
	async (_, character) => {
		await succeed(sandbox, 'message.sendText', {
			items: [{ text: character.repeat(4096) }],
			parameters: { phoneNumber: olivia, text: '={{ $json.text }}' },
		});
		expect([...(textsTo(sandbox, olivia)[0] ?? '')]).toHaveLength(4096);
		const error = await fail(sandbox, 'message.sendText', {
			items: [{ text: character.repeat(4097) }],
			parameters: { phoneNumber: olivia, text: '={{ $json.text }}' },
		});
		expect(error.message).toContain('"Text" has 4097 characters, and WhatsApp takes 4096');
		expect(error.description).toContain('several messages');
		expect(requestsTo(sandbox, '/general/send')).toHaveLength(1);
	},
);

test('a caption may have 1,024 characters', async () => {
	const send = async (length: number) => ({
		items: [{ caption: 'é'.repeat(length) }],
		parameters: {
			phoneNumber: olivia,
			source: 'url',
			url: 'https://example.com/a.jpg',
			additionalFields: { caption: '={{ $json.caption }}' },
		},
	});
	await succeed(sandbox, 'message.sendImage', await send(1024));
	const error = await fail(sandbox, 'message.sendImage', await send(1025));
	expect(error.message).toContain('"Caption" has 1025 characters, and WhatsApp takes 1024');
});

test.each<[string, unknown, RegExp]>([
	['nothing', null, /"Text" is empty/],
	['blanks', '  \n ', /"Text" is empty/],
	['an object', { text: 'Hi' }, /"Text" must be text, but it is an object/],
	['a list', ['Hi', 'there'], /"Text" must be text, but it is a list/],
])('a text that is none is refused: %s', async (_, text, message) => {
	const error = await fail(sandbox, 'message.sendText', {
		items: [{ text: text as string }],
		parameters: { phoneNumber: olivia, text: '={{ $json.text }}' },
	});
	expect(error.message).toMatch(message);
	expect(sandbox.requests).toEqual([]);
});

test('a number is a text too', async () => {
	await succeed(sandbox, 'message.sendText', {
		items: [{ code: 481_516 }],
		parameters: { phoneNumber: olivia, text: '={{ $json.code }}' },
	});
	expect(textsTo(sandbox, olivia)).toEqual(['481516']);
});
