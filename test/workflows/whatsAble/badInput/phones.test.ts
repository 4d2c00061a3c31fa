import { toE164 } from '../../../../sandbox/shared/normalise';

import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import { validNumbers, waysOfWriting } from '../../../support/phoneNumbers';
import { DEMO, requestsTo, runWhatsAble, startSandbox } from '../../../support/whatsAble';

const COUNTRIES = [
	'US',
	'CA',
	'GB',
	'IE',
	'DE',
	'FR',
	'ES',
	'IT',
	'NL',
	'SE',
	'AU',
	'NZ',
	'IN',
	'ZA',
	'NG',
	'BR',
	'MX',
	'AE',
	'JP',
	'SG',
];

let sandbox: WhatsAbleSandbox;

beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

/**
 * German digits that begin with 49 and are long enough for a number with its calling code are taken for one, since
 * nobody there leaves out the zero of a number that long; Google's library takes them for a national number.
 */
function isReadOtherwise({ country, style }: { country?: string; style: string }): boolean {
	return country === 'DE' && style === 'without plus';
}

/** What becomes of numbers that are written like this: the number that is called, or the error that the item gets. */
async function outcomesOf(written: Array<{ text: unknown; country?: string }>): Promise<string[]> {
	const run = await runWhatsAble(sandbox, 'contact.removeAllLabels', {
		items: written.map(({ text, country }) => ({ phone: text as string, country: country ?? '' })),
		parameters: {
			phoneNumber: '={{ $json.phone }}',
			options: { defaultCountry: '={{ $json.country }}' },
		},
		onError: 'continueErrorOutput',
	});
	const outcomes: string[] = [];
	for (const { json, pairedItem } of run.items) {
		outcomes[(pairedItem as { item: number }).item] = String(json.phone_number);
	}
	for (const { json, pairedItem } of run.errorItems) {
		outcomes[(pairedItem as { item: number }).item] = `error: ${String(json.error)}`;
	}
	return outcomes;
}

test('500 spellings of numbers from twenty countries are called right, or refused with a clear error', async () => {
	const written = COUNTRIES.flatMap((country) =>
		validNumbers(country, 2).flatMap((number) => waysOfWriting(number, country)),
	);
	expect(written.length).toBeGreaterThanOrEqual(500);
	const outcomes = await outcomesOf(written);
	const wrong = written
		.map((way, index) => ({ ...way, outcome: outcomes[index] ?? 'nothing' }))
		.filter(({ expected, outcome }) => expected !== undefined && outcome !== expected)
		.filter((way) => !isReadOtherwise(way));
	// A number that may be meant in two ways is refused; nothing else may differ.
	expect(wrong.filter(({ outcome }) => !outcome.startsWith('error: "Phone Number" is not'))).toEqual([]);
	expect(wrong.length).toBeLessThan(written.length / 50);
	const called = requestsTo(sandbox, '/recipient/details/update').map(
		({ body }) => (body as { phone_number: string }).phone_number,
	);
	expect(called.every((digits) => /^[1-9]\d{6,14}$/.test(digits))).toBe(true);
}, 120_000);

test.each([
	['as WhatsAble writes it', '14155550132', '+14155550132'],
	['as a number', 14155550132, '+14155550132'],
	['as a German one of WhatsAble', '4917604069012', '+4917604069012'],
	['a chat ID', '14155550132@s.whatsapp.net', '+14155550132'],
	['a chat ID of the older kind', '14155550132@c.us', '+14155550132'],
	['a link to a chat', 'https://wa.me/14155550132', '+14155550132'],
	['a link to a chat with a text', 'https://wa.me/14155550132?text=Hi', '+14155550132'],
	['a link of the API', 'https://api.whatsapp.com/send?phone=14155550132', '+14155550132'],
	['with the prefix of other senders', 'whatsapp:+14155550132', '+14155550132'],
	['a link to call', 'tel:+1-415-555-0132', '+14155550132'],
	['full-width digits', '+１４１５５５５０１３２', '+14155550132'],
	['with marks of right-to-left text', '\u200F+971 50 123 4567\u200F', '+971501234567'],
	['with no-break spaces', '+1\u00A0415\u00A0555\u00A00132', '+14155550132'],
	['with the exit code', '0049 176 04069012', '+4917604069012'],
])('a number is understood without a country: %s', async (_, text, expected) => {
	expect(await outcomesOf([{ text }])).toEqual([expected]);
});

test.each([
	['a national number of ten digits, which would be one of Switzerland', '4155550132'],
	['a national number with its area in brackets', '(415) 555-0132'],
	['a national number with its zero', '0176 04069012'],
	['too few digits', '+1 555'],
	['too many digits', '+1415555013212345678'],
	['a country that does not have such a number', '+1 115 555 0132'],
	['a word', 'Olivia'],
	['an e-mail', 'olivia@example.com'],
	['a number of a spreadsheet', '1.41556E+10'],
	['two numbers', '+14155550132 / +14155550133'],
	['a vanity number', '+1 800 FLOWERS'],
	['nothing', '   '],
	['a number without a calling code that exists', '21999999999'],
])('is refused with its item, and nobody is called: %s', async (_, text) => {
	const [outcome] = await outcomesOf([{ text }]);
	expect(outcome).toMatch(/^error: "Phone Number" is (not a phone number|empty)/);
	expect(requestsTo(sandbox, '/recipient/details/update')).toEqual([]);
});

test('the same national number is called in the country that is given', async () => {
	const outcomes = await outcomesOf([
		{ text: '(415) 555-0132', country: 'us' },
		{ text: '020 7946 0018', country: 'GB' },
		{ text: '0176 04069012', country: 'DE' },
		{ text: '+1 415 555 0132', country: 'DE' },
	]);
	expect(outcomes).toEqual(['+14155550132', '+442079460018', '+4917604069012', '+14155550132']);
});

test.each(['GB', 'uk', 'GBR', 'United Kingdom', 'Great Britain', 'Reino Unido'])(
	'a national number is called in the default country: %s',
	async (country) => {
		expect(await outcomesOf([{ text: '020 7946 0018', country }])).toEqual(['+442079460018']);
	},
);

test.each(['Atlantis', 'XX', '1'])('a default country that is none is refused: %s', async (country) => {
	const [outcome] = await outcomesOf([{ text: '+14155550132', country }]);
	expect(outcome).toBe(`error: "Default Country" is not a country: ${country}`);
});

test('every number of the seed is called as it is', async () => {
	const all = Object.values(DEMO.contacts);
	expect(await outcomesOf(all.map((text) => ({ text })))).toEqual(all.map((digits) => `+${digits}`));
	expect(all.every((digits) => toE164(`+${digits}`, 'US'))).toBe(true);
});
