/**
 * Makes the demo's lead files, and knows what has to come of every row.
 * `node e2e/demo/leads/generate.mjs` writes the CSV files beside this file; the same every time.
 *
 * All people are invented. E-mail addresses are of the domains reserved for examples, telephone numbers of
 * the ranges that the numbering authorities keep for fiction.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Person the contact that must be in HighLevel in the end
 * @property {string} firstName
 * @property {string} lastName
 * @property {string} [email] in lower case
 * @property {string} [phone] E.164
 * @property {string} [company]
 * @property {string} city
 * @property {string} state
 * @property {string} country ISO 3166-1 alpha-2
 * @property {string} postalCode
 * @property {string} [interests] separated by commas
 * @property {number} [budget]
 * @property {string} [message]
 * @property {Set<string>} tags
 *
 * @typedef {object} Row
 * @property {string[]} cells in the order of COLUMNS
 * @property {'created' | 'updated' | 'unchanged' | 'refused'} outcome on the first run
 * @property {'email' | 'phone' | 'neither' | 'conflict'} [reason] why it is refused
 */

export const COLUMNS = [
	...['First Name', 'Last Name', 'Email', 'Phone', 'Fax', 'Company', 'City', 'State', 'Postal Code'],
	...['Country', 'Interested In', 'Budget', 'Message'],
];

const FIRST_NAMES = [
	...[
		'José',
		'Zoë',
		'Łukasz',
		'François',
		'Søren',
		'Siân',
		'Ólafur',
		'Đorđe',
		'Jürgen',
		'Chloé',
		'İpek',
		'Renée',
	],
	...[
		'Amara',
		'Bruno',
		'Carla',
		'Devon',
		'Elena',
		'Farid',
		'Gemma',
		'Hiro',
		'Ines',
		'Jamal',
		'Keira',
		'Luca',
	],
	...[
		'Maren',
		'Nadia',
		'Oskar',
		'Paula',
		'Quinn',
		'Rosa',
		'Samir',
		'Tessa',
		'Uma',
		'Viktor',
		'Wanda',
		'Xavier',
	],
];
const LAST_NAMES = [
	...['Núñez', 'Müller', 'Wójcik', 'Lefèvre', 'Åberg', "O'Brien", 'Größmann', 'Nguyễn', 'Peña', 'Señor-Díaz'],
	...['Abara', 'Bellweather', 'Castellan', 'Drummond', 'Everhart', 'Fairbrook', 'Gallowitz', 'Hartwell'],
	...[
		'Ibarra',
		'Jansson',
		'Kowal',
		'Lindgate',
		'Marchetti',
		'Northgate',
		'Overbeck',
		'Pemberly',
		'Quillfeather',
	],
];
const COMPANIES = [
	'Fairbrook & Daughters, LLC',
	'Nordlicht Immobilien GmbH',
	'Château Blanc, S.A.R.L.',
	'The "Corner" Bakery, Inc.',
	'Pemberly Holdings',
];
const INTERESTS = ['Buying', 'Selling', 'Renting', 'Investing', 'Buying, Investing', 'Selling, Buying'];
const MESSAGES = [
	'Please call after 5 pm, I work days.',
	'Saw the house on Harbor Street 🏡 Is it still free?',
	'Two bedrooms, a balcony, "lots of light", and no ground floor.',
	'We move in spring.\nA garage would be great.',
	'Grüße aus Köln! Wir suchen eine Wohnung für drei Monate.',
	'👍',
];
const DOMAINS = ['example.com', 'example.org', 'mail.example.com', 'office.example.org'];

/** Places with their telephone numbers: `e164` from a running number, and the ways in which people write it. */
const US_PLACES = [
	{ city: 'New York', state: 'NY', postalCode: '10003', area: '212' },
	{ city: 'Brooklyn', state: 'NY', postalCode: '11201', area: '718' },
	{ city: 'Jersey City', state: 'NJ', postalCode: '07302', area: '201' },
	{ city: 'White Plains', state: 'NY', postalCode: '10601', area: '914' },
].map(({ area, ...place }) => ({
	...place,
	country: 'US',
	e164: (n) => `+1${area}55501${pad(n, 2)}`,
	spellings: [
		(n) => `(${area}) 555-01${pad(n, 2)}`,
		(n) => `${area}.555.01${pad(n, 2)}`,
		(n) => `+1 ${area} 555 01${pad(n, 2)}`,
		(n) => `1-${area}-555-01${pad(n, 2)}`,
		(n) => `${area}55501${pad(n, 2)}`,
	],
}));
const PLACES_ABROAD = [
	{
		...{ city: 'London', state: 'England', postalCode: 'EC1A 1BB', country: 'GB' },
		e164: (n) => `+44207946${pad(n, 4)}`,
		spellings: [(n) => `+44 20 7946 ${pad(n, 4)}`, (n) => `+44 (0)20 7946 ${pad(n, 4)}`],
	},
	{
		...{ city: 'Köln', state: 'Nordrhein-Westfalen', postalCode: '50667', country: 'DE' },
		e164: (n) => `+493023125${pad(n, 3)}`,
		spellings: [(n) => `+49 30 23125 ${pad(n, 3)}`, (n) => `+49-30-23125${pad(n, 3)}`],
	},
	{
		...{ city: 'Besançon', state: 'Bourgogne-Franche-Comté', postalCode: '25000', country: 'FR' },
		e164: (n) => `+33199000${pad(n, 3)}`,
		spellings: [
			(n) => `+33 1 99 00 0${pad(n, 3)[0]} ${pad(n, 3).slice(1)}`,
			(n) => `+331 9900 0${pad(n, 3)}`,
		],
	},
];

const FILES = [
	{ name: 'website-form.csv', people: 96, lineEnd: '\n', byteOrderMark: false },
	{ name: 'open-house.csv', people: 72, lineEnd: '\n', byteOrderMark: false },
	// As a spreadsheet program saves it.
	{ name: 'referral-partner.csv', people: 48, lineEnd: '\r\n', byteOrderMark: true },
];

/** The tag that the demo workflow gives to every lead of a file. */
export const tagOf = (fileName) => `from ${fileName.replace('.csv', '')}`;

function pad(number, length) {
	return String(number).padStart(length, '0');
}

function slug(name) {
	const plain = name.normalize('NFD').replace(/\p{Mark}/gu, '');
	const letters = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', ı: 'i' };
	return plain
		.toLowerCase()
		.replace(/[łøđßı]/g, (letter) => letters[letter])
		.replace(/[^a-z]/g, '');
}

/** The same letters in the same places, some of them as capitals. */
const shout = (text) =>
	text.replace(/[a-z]/g, (letter, at) => (at % 3 === 0 ? letter.toUpperCase() : letter));

/** @returns {Person & { place: object, number: number }} the `index`th person; no two share an address or number */
function makePerson(index) {
	const firstName = FIRST_NAMES[index % FIRST_NAMES.length];
	const lastName = LAST_NAMES[(index * 7 + Math.floor(index / FIRST_NAMES.length)) % LAST_NAMES.length];
	const abroad = index % 6 === 5;
	const place = abroad ? PLACES_ABROAD[Math.floor(index / 6) % 3] : US_PLACES[index % US_PLACES.length];
	const number = abroad ? 100 + index : Math.floor(index / US_PLACES.length) + 10;
	const email = index % 13 === 9 ? undefined : `${slug(firstName)}.${slug(lastName)}@${DOMAINS[index % 4]}`;
	const { city, state, postalCode, country } = place;
	return {
		firstName: index % 50 === 17 ? `${firstName} 🌻` : firstName,
		lastName,
		email,
		phone: email && index % 11 === 4 ? undefined : place.e164(number),
		company: index % 7 === 3 ? COMPANIES[Math.floor(index / 7) % COMPANIES.length] : undefined,
		...{ city, state, country, postalCode },
		interests: index % 4 === 2 ? undefined : INTERESTS[index % INTERESTS.length],
		budget: index % 5 === 1 ? undefined : 200_000 + (index % 40) * 25_000,
		message: index % 3 === 0 ? MESSAGES[Math.floor(index / 3) % MESSAGES.length] : undefined,
		tags: new Set(),
		place,
		number,
	};
}

/** @param {Partial<Person>} person @param {{ email?: string, phone?: string }} as how this row writes them */
function cellsOf(person, { email = person.email, phone = person.phone } = {}) {
	const { firstName, lastName, company, city, state, postalCode, country, interests, budget, message } =
		person;
	const cells = [firstName, lastName, email, phone, '', company, city, state, postalCode];
	return [...cells, country, interests, budget && asAmount(budget), message].map((cell) => cell ?? '');
}

/** As people write it: every third with currency sign and commas. */
const asAmount = (budget) => (budget % 75_000 === 0 ? `$${budget.toLocaleString('en-US')}` : String(budget));

const spelled = ({ phone, place, number }, turn) =>
	phone && place.spellings[turn % place.spellings.length](number);

/**
 * The outcomes do not depend on the order in which the files are read.
 *
 * @returns {{ files: { name: string, text: string, rows: Row[] }[], people: Person[] }}
 *   `people` are the contacts that must exist after the run, each once
 */
export function makeLeads() {
	const people = [];
	const files = [];
	let index = 0;

	for (const { name, people: count, lineEnd, byteOrderMark } of FILES) {
		/** @type {Row[]} */
		const rows = [];
		const tag = tagOf(name);
		const add = (outcome, cells, reason) => rows.push({ outcome, cells, ...(reason ? { reason } : {}) });

		for (let made = 0; made < count; made++, index++) {
			const person = makePerson(index);
			people.push(person);
			person.tags.add(tag);
			const asFirstWritten = { phone: spelled(person, index) };
			const isEnriched = made % 24 === 20;
			add('created', cellsOf(isEnriched ? { ...person, company: undefined } : person, asFirstWritten));

			// The form was sent twice: other capitals, the number in other clothes.
			if (made % 12 === 5) {
				const again = { email: person.email && shout(person.email), phone: spelled(person, index + 1) };
				add('unchanged', cellsOf(person, again));
			}
			// Sent again with something that was missing.
			if (isEnriched) {
				person.company ??= COMPANIES[made % COMPANIES.length];
				add('updated', cellsOf(person, { phone: spelled(person, index + 2) }));
			}
		}

		// People who are in an earlier file already: this one only adds where they were met.
		const known = people.slice(0, -count).filter(({ email, phone }) => email && phone);
		for (let met = 0; met < Math.min(8, known.length); met++) {
			const person = known[met * 11 + 3];
			person.tags.add(tag);
			const { firstName, lastName, email, phone } = person;
			// Some with their address only, some with their number only.
			const identifiers = [{ email, phone: spelled(person, met) }, { email }, { phone }][met % 3];
			add('updated', cellsOf({ firstName, lastName, ...identifiers }));
		}

		const stranger = {
			firstName: 'Rowan',
			lastName: 'Brokenmail',
			city: 'Newark',
			state: 'NJ',
			country: 'US',
		};
		add('refused', cellsOf({ ...stranger, email: `rowan.${slug(tag)}(at)example.com` }), 'email');
		add('refused', cellsOf({ ...stranger, lastName: 'Shortnumber', phone: '555' }), 'phone');
		add('refused', cellsOf({ ...stranger, lastName: 'Nowhere', message: 'Please get in touch!' }), 'neither');
		// The address of one person with the number of another: whoever were updated, it would be a guess.
		const [one, other] = people.slice(-count).filter(({ email, phone }) => email && phone);
		const { firstName, lastName, email } = one;
		add('refused', cellsOf({ firstName, lastName, email, phone: other.phone }), 'conflict');
		files.push({ name, rows, text: asCsv(rows, { lineEnd, byteOrderMark }) });
	}
	return { files, people };
}

function asCsv(rows, { lineEnd, byteOrderMark }) {
	const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
	const lines = [COLUMNS, ...rows.map(({ cells }) => cells)].map((cells) => cells.map(quoted).join(','));
	return (byteOrderMark ? '\uFEFF' : '') + lines.map((line) => line + lineEnd).join('');
}

/** How often each outcome occurs, over all files. */
export function countOutcomes(files) {
	const counts = { created: 0, updated: 0, unchanged: 0, refused: 0 };
	for (const { outcome } of files.flatMap(({ rows }) => rows)) counts[outcome] += 1;
	return counts;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const { files } = makeLeads();
	for (const { name, text, rows } of files) {
		writeFileSync(join(dirname(fileURLToPath(import.meta.url)), name), text);
		console.log(`${name}: ${rows.length} rows`);
	}
	console.log(countOutcomes(files));
}
