import { Failure } from '../failure';
import { ownValue } from './ownValue';
import { textOf } from './texts';
import { isSameText } from './sameText';
import { COUNTRIES } from './bundled/countryTable';

/** Languages in which countries are known by name. Source of the names: Unicode CLDR, which Node.js brings along. */
const LANGUAGES =
	'en es pt fr de it nl pl sv da nb fi cs sk hu ro bg hr sl sr el tr ru uk lt lv et ca he ar fa hi id ms vi th ja ko zh'.split(
		' ',
	);

/** What people and forms write beside the names and the codes of ISO 3166-1, such as the codes of FIFA and the Olympics. */
const OTHER_NAMES: Record<string, string> = {
	AE: 'Emirates|UAE',
	AG: 'Antigua',
	AT: 'Oesterreich',
	BA: 'Bosnia',
	BG: 'BUL',
	CD: 'DRC|DR Congo|Congo Democratic Republic|Democratic Republic of Congo',
	CG: 'Congo Republic',
	CH: 'SUI',
	CL: 'CHI',
	CN: 'PRC|Mainland China',
	CV: 'Cape Verde',
	CZ: 'Czech Republic',
	DE: 'GER',
	DK: 'DEN',
	GB: 'UK|Britain|England|Scotland|Wales|Northern Ireland|Großbritannien|Grande-Bretagne|Gran Bretaña|Gran Bretagna|Grã-Bretanha|Inglaterra|Angleterre|Inghilterra|Schottland|United Kingdom of Great Britain and Northern Ireland',
	GR: 'EL|GRE',
	HR: 'CRO',
	IE: 'Republic of Ireland|Eire',
	KN: 'St Kitts',
	KP: 'DPRK|Korea Democratic Peoples Republic',
	KR: 'ROK|Korea South|Republic of Korea|Korea Republic|한국',
	MK: 'Macedonia|FYROM',
	MM: 'Burma',
	NL: 'NED|Holland|Holanda|Hollande|Olanda',
	PT: 'POR',
	SA: 'KSA',
	SI: 'SLO',
	SK: 'Slovak Republic',
	ST: 'Sao Tome',
	SZ: 'Swaziland',
	TC: 'Turks and Caicos|Turks and Caicos Is',
	TL: 'East Timor',
	TR: 'Türkiye',
	TT: 'Trinidad',
	US: 'America|Estados Unidos de América|Estados Unidos da América|EUA|EEUU|États-Unis d’Amérique|Vereinigte Staaten von Amerika|Stati Uniti d’America|Verenigde Staten van Amerika',
	VA: 'Vatican',
	VC: 'St Vincent',
	ZA: 'RSA',
};

/** Two countries have it. */
const AMBIGUOUS = '';

/** Names that two countries have, with what tells them apart. */
const TOLD_APART: Record<string, string> = {
	congo: 'Congo-Brazzaville or CG, or Congo-Kinshasa or CD',
	korea: 'South Korea or KR, or North Korea or KP',
};

/**
 * ISO 3166-1 alpha-2 of a country, from its usual name in one of many languages or from its code, two or three letters,
 * in any case; `undefined` for anything else, also for a name that two countries have.
 */
export function countryCode(text: string): string | undefined {
	// A form that shows both: "United States (US)".
	const [, name = '', other = ''] = /^([^()]+)\(([^()]+)\)\s*$/.exec(text) ?? [];
	const [one, same] = [name, other].map(codeOf);
	return codeOf(text) ?? (one === same ? one : undefined);
}

/** Not available, which is not Namibia. */
const NOT_GIVEN = /^\W*n\.\s*a\b\W*$/i;

function codeOf(text: string): string | undefined {
	if (NOT_GIVEN.test(text)) return undefined;
	// ISO writes "Iran, Islamic Republic of".
	const [beforeComma = ''] = text.split(',');
	const wanted = [plain(text), plain(beforeComma)];
	const codeIn = (names: Map<string, string>) =>
		wanted.map((name) => names.get(name)).find((code) => code !== undefined);
	return (codeIn(namesInEnglish()) ?? codeIn(namesElsewhere())) || undefined;
}

/** The same for a value of a field. Throws a `Failure` that names the field when it is none. */
export function countryOf(given: unknown, label: string): string {
	const text = textOf(given, label);
	const code = countryCode(text);
	if (code !== undefined) return code;
	const toldApart = ownValue(TOLD_APART, plain(text));
	throw new Failure(
		`"${label}" is not a country: ${text.slice(0, 40)}`,
		toldApart
			? `Two countries have this name. Write its usual name or its two-letter code: ${toldApart}.`
			: 'Write its usual name or its two-letter code, such as United States or US.',
		{ field: label },
	);
}

/** Whether two texts name the same country. */
export function isSameCountry(a: unknown, b: unknown): boolean {
	const [one, other] = [a, b].map((text) => countryCode(String(text ?? '')));
	return isSameText(a, b) || (one !== undefined && one === other);
}

/** The codes, and what stands in most forms. */
const namesInEnglish = once(() => {
	const names = new Map<string, string>();
	for (const { alpha2, alpha3 } of COUNTRIES) add(names, alpha2, [alpha2, alpha3]);
	for (const [alpha2, others] of Object.entries(OTHER_NAMES)) add(names, alpha2, others.split('|'));
	for (const { alpha2, names: english } of COUNTRIES) add(names, alpha2, english);
	return names;
});

/** Made only when it is needed, since it takes a moment. */
const namesElsewhere = once(() => {
	const names = new Map<string, string>();
	for (const { of } of LANGUAGES.flatMap(displayNames)) {
		for (const { alpha2 } of COUNTRIES) add(names, alpha2, [of(alpha2) ?? []].flat());
	}
	return names;
});

function once<T>(make: () => T): () => T {
	let made: T | undefined;
	return () => (made ??= make());
}

function add(names: Map<string, string>, alpha2: string, texts: string[]): void {
	for (const text of texts.map(plain)) {
		const earlier = names.get(text);
		names.set(text, earlier === undefined || earlier === alpha2 ? alpha2 : AMBIGUOUS);
	}
}

function displayNames(language: string): Array<{ of: (alpha2: string) => string | undefined }> {
	return (['long', 'short'] as const).map((style) => {
		const names = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
		return { of: (alpha2) => names.of(alpha2) };
	});
}

/** Without capitals, accents, punctuation, article and what nobody sees. */
function plain(name: string): string {
	return (
		name
			.normalize('NFKD')
			.toLowerCase()
			// "U. S. A."
			.replace(/(?<=(?<!\p{L})\p{L}\.)\s+(?=\p{L}(?:\.|$))/gu, '')
			.replace(/[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}.'’‘`´"]/gu, '')
			.replace(/ß/g, 'ss')
			.replace(/ı/g, 'i')
			.replace(/&/g, ' and ')
			.replace(/[^\p{L}\p{N}]+/gu, ' ')
			.trim()
			.replace(/^the /, '')
			.replace(/\bst /, 'saint ')
			.replace(/\brep\b/g, 'republic')
			.replace(/\bdem\b/g, 'democratic')
	);
}
