import type { IDataObject } from 'n8n-workflow';

import { startSandbox as startHighLevel } from '../../support/highLevel';
import { detailsOf, storeContact } from '../../support/sandboxRuns';
import { startSandbox as startWhatsAble } from '../../support/whatsAble';
import { startWiseAgent } from '../../support/wiseAgent';
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
}

/** The condition of the contact search, which stands under one name for all fields. */
const CONDITION: TextField = { node: 'GoHighLevel', id: 'contact.search', label: 'Email', path: ['groups'] };

/** An email that was sent, and a template of one, are named by their IDs. */
const isId = ({ path }: TextField) => /Id$/.test(path.at(-1) ?? '');

const FIELDS = [...textFields(/\bEmail\b/).filter((field) => !isId(field)), CONDITION];

const named = FIELDS.map((field) => [`${field.node} ${field.id} ${field.path.join('.')}`, field] as const);

async function runWithEmail(field: TextField, email: unknown) {
	reset();
	const condition = { field: 'email', operator: 'eq', value: email };
	const groups = { group: [{ mustMatch: 'AND', conditions: { condition: [condition] } }] };
	const isCondition = field.path[0] === 'groups';
	const others: IDataObject = isCondition ? { filterType: 'conditions', groupsMustMatch: 'AND' } : {};
	return await runField(sandboxes, field, isCondition ? groups : email, others);
}

const EMAIL = 'new.lead+tag@example.com';

const SPELLINGS: Array<[what: string, email: string]> = [
	['alone', EMAIL],
	['a link', `mailto:${EMAIL}`],
	['a link in capitals with a subject', `MAILTO:${EMAIL}?subject=Hello`],
	['an encoded link', 'mailto:new.lead%2Btag@example.com'],
	['in angle brackets', `<${EMAIL}>`],
	['a name before it', `Ann Lee <${EMAIL}>`],
	['a name before it without a blank', `Ann<${EMAIL}>`],
	['a name with a comma', `"Lee, Ann" <${EMAIL}>`],
	['itself as the name', `"${EMAIL}" <${EMAIL}>`],
	['a link in angle brackets', `<mailto:${EMAIL}>`],
	["a chat's link", `<mailto:${EMAIL}|${EMAIL}>`],
	['a link in Markdown', `[Ann Lee](mailto:${EMAIL})`],
	['a name behind it', `${EMAIL} (Ann Lee)`],
	['in brackets', `(${EMAIL})`],
	['a label', `Email: ${EMAIL}`],
	['a full stop behind it', `${EMAIL}.`],
	['a comma behind it', `${EMAIL}, `],
	['a semicolon behind it', `${EMAIL};`],
	['in quotation marks', `"${EMAIL}"`],
	["a spreadsheet's apostrophe", `'${EMAIL}`],
	['a blank without width', `\u200B${EMAIL}\u00A0`],
	['a full-width sign', EMAIL.replace('@', '\uFF20')],
];

const REFUSED = [
	'n/a',
	'nobody',
	'a@x.com,b@x.com',
	'a@x.com;b@x.com',
	'a@x.com b@x.com',
	'a@x.com/b@x.com',
	'Ann <a@x.com>, Bob <b@x.com>',
	'a@x.com <b@x.com>',
	'a@@x.com',
	'a@x',
	'a@x..com',
	'@x.com',
	'a b@x.com',
];

test('every field for emails of the nodes is in the table', () => {
	expect(FIELDS.length).toBeGreaterThan(15);
	expect(new Set(FIELDS.map(({ node }) => node))).toEqual(new Set(['GoHighLevel', 'WiseAgent']));
});

describe.each(named)('%s', (_, field) => {
	test('reads an email as it stands in links, lists and mail programs, so that nobody becomes a second contact', async () => {
		const outcomes: Record<string, string> = {};
		for (const [what, email] of SPELLINGS) {
			const { run, requests } = await runWithEmail(field, email);
			const sent = sentValues(requests).filter((value) => /new[.]lead/i.test(value));
			outcomes[what] = run.error?.message ?? [...new Set(sent)].join(' ');
		}
		expect(outcomes).toEqual(Object.fromEntries(SPELLINGS.map(([what]) => [what, EMAIL])));
	});

	test('refuses what is not one email, with its name, the value and the remedy', async () => {
		for (const email of REFUSED) {
			const { run, requests } = await runWithEmail(field, email);
			expect(run.error?.message).toBe(`"${field.label}" is not an email address: ${email}`);
			expect(run.error?.description).toMatch(/like name@email\.com|only one of the addresses/);
			expect(detailsOf(run).field).toBe(field.label);
			expect(requests.filter(({ method }) => method !== 'GET')).toEqual([]);
		}
	});
});

test('a link to a contact of HighLevel finds it, instead of making a second one', async () => {
	const contactId = storeContact(sandboxes.highLevel, { email: 'ann@example.com' });
	const field = { node: 'GoHighLevel', id: 'contact.upsert', label: 'Email', path: ['email'] } as const;
	const { run } = await runField(sandboxes, { ...field, path: ['email'] }, 'Ann <mailto:Ann@example.com>', {
		phone: '',
	});
	expect(run.items[0]?.json.id).toBe(contactId);
});
