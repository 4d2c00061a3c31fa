import type { IDataObject } from 'n8n-workflow';

import { SEARCH_FIELDS } from '../../../nodes/GoHighLevel/actions/contact/search/searchFields';
import { DEMO, startSandbox as startHighLevel } from '../../support/highLevel';
import { runOperation } from '../../support/highLevel';
import { detailsOf, storeContact } from '../../support/sandboxRuns';
import { startSandbox as startWhatsAble } from '../../support/whatsAble';
import { runWiseAgent, startWiseAgent } from '../../support/wiseAgent';
import type { Sandboxes, TextField } from './catalogueFields';
import { runField, sentValues, textFields } from './catalogueFields';

let sandboxes: Sandboxes;

beforeAll(async () => {
	sandboxes = {
		highLevel: await startHighLevel(),
		wiseAgent: await startWiseAgent(),
		whatsAble: await startWhatsAble(),
	};
});
beforeEach(reset);
afterAll(async () => await Promise.all(Object.values(sandboxes).map((sandbox) => sandbox.close())));

function reset(): void {
	for (const sandbox of Object.values(sandboxes)) sandbox.reset();
	setCountry('GB');
}

/** Where numbers without calling code are dialed in the demo location of HighLevel. */
function setCountry(country: string): void {
	const { locations } = sandboxes.highLevel.state;
	const location = locations.get(DEMO.locationId);
	if (location) locations.set(DEMO.locationId, { ...location, country });
}

/** Conditions of the contact search, which stand under one name for all fields, and custom fields for phones. */
const UNNAMED: TextField[] = [
	...Object.values(SEARCH_FIELDS)
		.filter(({ name }) => name === 'Phone')
		.map(({ name }) => ({
			node: 'GoHighLevel' as const,
			id: 'contact.search',
			label: name,
			path: ['groups'],
		})),
	...['contact.create', 'contact.update', 'contact.upsert'].map((id) => ({
		node: 'GoHighLevel' as const,
		id,
		label: 'Work Phone',
		path: ['customFields', 'value', 'contact.work_phone'],
	})),
];

const FIELDS = [...textFields(/\b(?:Phone|Fax)\b/), ...UNNAMED];

const named = FIELDS.map((field) => [`${field.node} ${field.id} ${field.path.join('.')}`, field] as const);

/** Without an email, by which a person would be found first, and read as in Britain where that can be said. */
const OTHERS: Record<string, IDataObject> = {
	'GoHighLevel contact.findDuplicate': { email: '' },
	'WiseAgent contact.find': { CEmail: '' },
	'GoHighLevel location.create': { additionalFields: { country: 'GB' } },
	'GoHighLevel contact.search': { filterType: 'conditions', groupsMustMatch: 'AND' },
	// Some fields are sent only of a new contact.
	'WiseAgent contact.upsert': { clientId: '', CEmail: 'new@example.com', MobilePhone: '4805550199' },
};

async function runWithPhone(field: TextField, phone: unknown) {
	reset();
	const inBritain = { defaultCountry: 'GB', unknownLabels: 'leaveOut' };
	const others = {
		...OTHERS[`${field.node} ${field.id}`],
		...(field.node === 'WhatsAble' ? { options: inBritain } : {}),
	};
	const condition = { field: 'phone', operator: 'eq', value: phone };
	const groups = { group: [{ mustMatch: 'AND', conditions: { condition: [condition] } }] };
	return await runField(sandboxes, field, field.path[0] === 'groups' ? groups : phone, others);
}

const AMERICAN = ['14155551234', '4155551234'];
const BRITISH = ['447911123456', '7911123456', '07911123456'];

/** Spellings of two numbers as they stand in files and messages, and the digits of which one is sent. */
const SPELLINGS: Array<[what: string, phone: unknown, digits: string[]]> = [
	['plus in brackets', '(+1) 415-555-1234', AMERICAN],
	['brackets after the plus', '+(1) 415-555-1234', AMERICAN],
	["a spreadsheet's apostrophe", "'+14155551234", AMERICAN],
	["a spreadsheet's formula", '="+14155551234"', AMERICAN],
	["the prefix of Facebook's lead forms", 'p:+14155551234', AMERICAN],
	['a link to call', 'tel:+1-415-555-1234', AMERICAN],
	['the prefix of senders', 'whatsapp:+14155551234', AMERICAN],
	['a label', 'Phone: +1 415 555 1234', AMERICAN],
	['a link to a chat', 'https://wa.me/14155551234', AMERICAN],
	['the ID of a chat', '14155551234@s.whatsapp.net', AMERICAN],
	['a blank without width', '\u200B+14155551234', AMERICAN],
	['a byte order mark', '\uFEFF+14155551234', AMERICAN],
	['a mark of direction', '\u200E+14155551234', AMERICAN],
	['an embedding that contact apps copy', '\u202A+1 415 555 1234\u202C', AMERICAN],
	['isolates', '\u2066+14155551234\u2069', AMERICAN],
	[
		'full-width characters',
		'\uFF0B\uFF11\uFF14\uFF11\uFF15\uFF15\uFF15\uFF15\uFF11\uFF12\uFF13\uFF14',
		AMERICAN,
	],
	['digits of Arabic', '+\u0661\u0664\u0661\u0665\u0665\u0665\u0665\u0661\u0662\u0663\u0664', AMERICAN],
	['hyphens that do not break', '+1\u2011415\u2011555\u20111234', AMERICAN],
	['blanks that do not break', '+1\u00A0415\u202F555\u20091234', AMERICAN],
	['a line break', '+1 415\n555 1234', AMERICAN],
	["a spreadsheet's number", 7911123456, BRITISH],
	["a spreadsheet's number with decimals", '7911123456.0', BRITISH],
	["a spreadsheet's number with a decimal comma", '7911123456,00', BRITISH],
	['with its trunk zero', '07911 123456', BRITISH],
];

const REFUSED = [
	'abc',
	'n/a',
	'4.41234E+11',
	'4,41234e11',
	'7911123456.5',
	'+1 415 555 123',
	'+14155551234 / +14155551235',
	'4155551234, 4155551235',
	'1-800-FLOWERS',
	'ada@example.com',
	'2026-12-31',
	'192.168.1.100',
	'0000000000',
	'4111 1111 1111 11',
];

test('every field for phones of the three nodes is in the table', () => {
	expect(FIELDS.length).toBeGreaterThan(35);
	expect(new Set(FIELDS.map(({ node }) => node)).size).toBe(3);
});

describe.each(named)('%s', (_, field) => {
	test('reads a phone as it stands in files and messages, so that no stranger gets it', async () => {
		const outcomes: Record<string, string> = {};
		const expected: Record<string, string> = {};
		for (const [what, phone, digits] of SPELLINGS) {
			const { run, requests } = await runWithPhone(field, phone);
			const sent = sentValues(requests).filter((value) => /^[+\d(][\d\s().-]*$/.test(value));
			const found = sent.find((value) => digits.includes(value.replace(/\D/g, '')));
			outcomes[what] = found === undefined ? (run.error?.message ?? 'another number') : 'sent';
			expected[what] = 'sent';
		}
		expect(outcomes).toEqual(expected);
	});

	test('refuses what is no phone, with its name and the value, before anything is written', async () => {
		for (const phone of REFUSED) {
			const { run, requests } = await runWithPhone(field, phone);
			expect(run.error?.message).toBe(`"${field.label}" is not a phone number: ${phone}`);
			expect(run.error?.description).toMatch(
				/^\d.*e/i.test(phone) && /e\+?\d/i.test(phone)
					? /format the column as text/i
					: /with \+ and its calling code/,
			);
			expect(detailsOf(run).field).toBe(field.label);
			expect(requests.filter(({ method }) => method !== 'GET')).toEqual([]);
		}
	});

	test('knows the number of a Mexican mobile with the 1 that WhatsApp writes', async () => {
		const { requests } = await runWithPhone(field, '+5215512345678');
		const digits = sentValues(requests).map((value) => value.replace(/\D/g, ''));
		expect(digits).toContain('525512345678');
	});
});

/** The same line: as the numbering plan has it, and as WhatsApp may write it. */
const TWO_FORMS = [
	['Mexico', '+525512345678', '+5215512345678'],
	['Argentina', '+541123456789', '+5491123456789'],
	['Brazil', '+5511987654321', '+551187654321'],
	['Benin', '+2290190011234', '+22990011234'],
] as const;

describe.each(TWO_FORMS)('a mobile of %s', (_, plan, whatsApp) => {
	test.each([
		[plan, whatsApp],
		[whatsApp, plan],
	])(
		'is one contact of HighLevel, whether it is %s or %s, and does not change at every run',
		async (stored, given) => {
			const contactId = storeContact(sandboxes.highLevel, { phone: stored, firstName: 'Lucia' });
			const parameters = { phone: given, firstName: 'Lucia' };
			for (const _run of ['first', 'second']) {
				const { items, error } = await runOperation(sandboxes.highLevel, 'contact.upsert', { parameters });
				expect(error?.message).toBeUndefined();
				expect(items[0]?.json).toMatchObject({ outcome: 'unchanged', id: contactId });
			}
		},
	);

	test("is found by HighLevel's lists and searches in either form", async () => {
		const contactId = storeContact(sandboxes.highLevel, { phone: plan });
		for (const phone of [plan, whatsApp]) {
			const condition = { field: 'phone', operator: 'eq', value: phone };
			const groups = { group: [{ mustMatch: 'AND', conditions: { condition: [condition] } }] };
			const listed = await runOperation(sandboxes.highLevel, 'contact.getAll', {
				parameters: { returnAll: true, filters: { phone } },
			});
			const searched = await runOperation(sandboxes.highLevel, 'contact.search', {
				parameters: { returnAll: true, filterType: 'conditions', groupsMustMatch: 'AND', groups },
			});
			for (const { items, error } of [listed, searched]) {
				expect(error?.message).toBeUndefined();
				expect(items.map(({ json }) => json.id)).toEqual([contactId]);
			}
		}
	});

	test('is one contact of Wise Agent, in either form', async () => {
		const ids = [];
		for (const phone of [plan, whatsApp, plan]) {
			const parameters = {
				CEmail: '',
				MobilePhone: phone,
				CFirst: 'Lucia',
				CLast: 'Diaz',
				Source: 'WhatsApp',
			};
			const { items, error } = await runWiseAgent(sandboxes.wiseAgent, 'contact.upsert', { parameters });
			expect(error?.message).toBeUndefined();
			ids.push([items[0]?.json.outcome, items[0]?.json.ClientID]);
		}
		const [[, first]] = ids as [[unknown, unknown]];
		expect(ids).toEqual([
			['created', first],
			['unchanged', first],
			['unchanged', first],
		]);
	});
});

test.each([
	['GoHighLevel', 'contact.create', ['phone']],
	['GoHighLevel', 'business.create', ['additionalFields', 'phone']],
	['WhatsAble', 'message.sendText', ['phoneNumber']],
] as const)(
	'an extension is left out where %s keeps or dials a number alone (%s)',
	async (node, id, path) => {
		for (const phone of [
			'+1 415-555-1234 x123',
			'+1 415-555-1234 ext. 5',
			'+14155551234;ext=5',
			'+14155551234,,5#',
		]) {
			const { requests } = await runWithPhone({ node, id, label: '', path: [...path] }, phone);
			const sent = sentValues(requests);
			expect(sent.some((value) => /^\+?14155551234$/.test(value))).toBe(true);
		}
	},
);

test('an extension is left out of the phones by which Wise Agent finds a contact, and kept in others', async () => {
	const phone = '(480) 555-0142 ext. 5';
	const field = { node: 'WiseAgent', label: '', path: ['MobilePhone'] } as const;
	const contact = await runWithPhone({ ...field, id: 'contact.create', path: ['MobilePhone'] }, phone);
	expect(sentValues(contact.requests)).toContain('(480) 555-0142');
	const property = await runWithPhone(
		{ ...field, id: 'property.create', path: ['additionalFields', 'OfficePhone'] },
		phone,
	);
	expect(sentValues(property.requests)).toContain('(480) 555-0142 x5');
});
