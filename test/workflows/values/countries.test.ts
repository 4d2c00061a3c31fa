import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../../../nodes/core/failure';
import { countryCode, countryOf } from '../../../nodes/core/values/countries';
import { startSandbox as startHighLevel } from '../../support/highLevel';
import { detailsOf } from '../../support/sandboxRuns';
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
}

/** The condition of the contact search, which stands under one name for all fields. */
const CONDITION: TextField = {
	node: 'GoHighLevel',
	id: 'contact.search',
	label: 'Country',
	path: ['groups'],
};

const FIELDS = [...textFields(/\bCountry$/), CONDITION];

const named = FIELDS.map((field) => [`${field.node} ${field.id} ${field.path.join('.')}`, field] as const);

const OTHERS: Record<string, IDataObject> = {
	WhatsAble: { phoneNumber: '020 7946 0018', options: { unknownLabels: 'leaveOut' } },
	'GoHighLevel contact.search': { filterType: 'conditions', groupsMustMatch: 'AND' },
	// Some fields are sent only of a new contact.
	'WiseAgent contact.upsert': { clientId: '', CEmail: 'new@example.com', MobilePhone: '4805550199' },
};

async function runWithCountry(field: TextField, country: string) {
	reset();
	const condition = { field: 'country', operator: 'eq', value: country };
	const groups = { group: [{ mustMatch: 'AND', conditions: { condition: [condition] } }] };
	const others = OTHERS[`${field.node} ${field.id}`] ?? OTHERS[field.node];
	return await runField(sandboxes, field, field === CONDITION ? groups : country, others);
}

const BRITAIN = [
	'United Kingdom',
	'UK',
	'u.k.',
	'GB',
	'gb',
	'GBR',
	'Great Britain',
	'Reino Unido',
	'Großbritannien',
];

/** HighLevel takes two letters, Wise Agent the text, and WhatsAble a number that is dialed there. */
function expectedIn({ node }: TextField, country: string): string {
	if (node === 'WiseAgent') return country;
	return node === 'GoHighLevel' ? 'GB' : '442079460018';
}

describe.each(named)('%s', (_, field) => {
	test('takes the usual names and codes of a country', async () => {
		const missing = [];
		for (const country of BRITAIN) {
			const { run, requests } = await runWithCountry(field, country);
			const sent = sentValues(requests).map((value) => value.replace(/^\+/, ''));
			if (!sent.includes(expectedIn(field, country))) {
				missing.push([country, run.error?.message]);
			}
		}
		expect(missing).toEqual([]);
	});

	test('refuses what is no country, with its name and the value, before anything is written', async () => {
		// Wise Agent keeps whatever text it gets, and what is there must be writable again.
		if (field.node === 'WiseAgent') return;
		for (const country of ['Atlantis', 'XX', 'Congo', 'n/a']) {
			const { run, requests } = await runWithCountry(field, country);
			expect(run.error?.message).toBe(`"${field.label}" is not a country: ${country}`);
			expect(run.error?.description).toContain('Write its usual name or its two-letter code');
			expect(detailsOf(run).field).toBe(field.label);
			expect(requests.filter(({ method }) => method !== 'GET')).toEqual([]);
		}
	});
});

test.each([
	['Korea', ['South Korea', 'KR', 'North Korea', 'KP']],
	['Congo', ['Congo-Brazzaville', 'CG', 'Congo-Kinshasa', 'CD']],
])('a name that two countries have is refused with both: %s', (name, both) => {
	expect(() => countryOf(name, 'Country')).toThrow(`"Country" is not a country: ${name}`);
	for (const one of both) {
		expect(remedyOf(() => countryOf(name, 'Country'))).toContain(one);
		expect(countryCode(one)).toBeDefined();
	}
});

function remedyOf(read: () => unknown): string | undefined {
	try {
		read();
	} catch (error) {
		return (error as Failure).remedy;
	}
	return undefined;
}

test('every field for countries of the three nodes is in the table', () => {
	expect(new Set(FIELDS.map(({ node }) => node)).size).toBe(3);
	expect(FIELDS.length).toBeGreaterThan(20);
});

test('a country of Wise Agent is unchanged when it has another name of the same country', async () => {
	const parameters = { CEmail: 'ada@example.com', CFirst: 'Ada', CLast: 'Byron', Source: 'Web' };
	const run = async (Country: string) =>
		await runWiseAgent(sandboxes.wiseAgent, 'contact.upsert', {
			parameters: { ...parameters, additionalFields: { Country } },
		});
	await run('USA');
	for (const country of ['United States', 'us', 'U.S.A.', 'Estados Unidos', 'Vereinigte Staaten']) {
		const { items } = await run(country);
		expect(items[0]?.json).toMatchObject({ outcome: 'unchanged', changedFields: [] });
	}
	const { items } = await run('Canada');
	expect(items[0]?.json).toMatchObject({ outcome: 'updated', changedFields: ['Country'] });
});

test.each([
	['Deutschland', 'DE'],
	['germany', 'DE'],
	['México', 'MX'],
	['Mexico', 'MX'],
	['The Netherlands', 'NL'],
	['Holland', 'NL'],
	['EE. UU.', 'US'],
	['Österreich', 'AT'],
	['Brasil', 'BR'],
	['España', 'ES'],
	['Côte d’Ivoire', 'CI'],
	['Ivory Coast', 'CI'],
	['Iran, Islamic Republic of', 'IR'],
	['Россия', 'RU'],
	['日本', 'JP'],
	['مصر', 'EG'],
	['EL', 'GR'],
	['\u200bUnited\u00a0States ', 'US'],
	['DRC', 'CD'],
	['Dem. Rep. of the Congo', 'CD'],
	['U. S. A.', 'US'],
	['U. K.', 'GB'],
	['United States (US)', 'US'],
	['Germany (Deutschland)', 'DE'],
	['GB (United Kingdom)', 'GB'],
	['Slovak Republic', 'SK'],
	['Rep. of Korea', 'KR'],
	['Republic of Korea', 'KR'],
	['Korea, Rep.', 'KR'],
	['Congo, Dem. Rep.', 'CD'],
	['Congo, Rep.', 'CG'],
	["Korea, Dem. People's Rep.", 'KP'],
	['Korea, Republic of', 'KR'],
	['Turks and Caicos', 'TC'],
	['Turks & Caicos Islands', 'TC'],
	['St Kitts', 'KN'],
	['St. Kitts & Nevis', 'KN'],
	['Saint Kitts and Nevis', 'KN'],
	['GER', 'DE'],
	['SUI', 'CH'],
	['UAE', 'AE'],
	['Korea', undefined],
	['NA', 'NA'],
	['n/a', undefined],
	['N.A.', undefined],
	['n. a.', undefined],
	['U S', undefined],
	['Germany (France)', undefined],
	['Georgia (USA)', undefined],
	['Atlantis (Utopia)', undefined],
	['', undefined],
])('%j is the country %s', (name, code) => {
	expect(countryCode(name)).toBe(code);
});
