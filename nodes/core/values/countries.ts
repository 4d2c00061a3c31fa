import { Failure } from '../failure';
import { textOf } from '../params';
import { isSameText } from './sameText';
import { COUNTRIES } from './bundled/countryTable';

/** Languages in which countries are known by name. Source of the names: Unicode CLDR, which Node.js brings along. */
const LANGUAGES =
	'en es pt fr de it nl pl sv da nb fi cs sk hu ro bg hr sl sr el tr ru uk lt lv et ca he ar fa hi id ms vi th ja ko zh'.split(
		' ',
	);

/** What people and forms write beside the names and the codes of ISO 3166-1. */
const OTHER_NAMES: Record<string, string> = {
	AE: 'Emirates',
	AT: 'Oesterreich',
	CN: 'PRC|Mainland China',
	CV: 'Cape Verde',
	CZ: 'Czech Republic',
	GB: 'UK|Britain|England|Scotland|Wales|Northern Ireland|Großbritannien|Grande-Bretagne|Gran Bretaña|Gran Bretagna|Grã-Bretanha|Inglaterra|Angleterre|Inghilterra|Schottland|United Kingdom of Great Britain and Northern Ireland',
	GR: 'EL',
	IE: 'Republic of Ireland|Eire',
	KP: 'DPRK',
	KR: 'ROK|Korea South|한국',
	MK: 'Macedonia|FYROM',
	MM: 'Burma',
	NL: 'Holland|Holanda|Hollande|Olanda',
	SA: 'KSA',
	SZ: 'Swaziland',
	TL: 'East Timor',
	TR: 'Türkiye',
	US: 'America|Estados Unidos de América|Estados Unidos da América|EUA|EEUU|États-Unis d’Amérique|Vereinigte Staaten von Amerika|Stati Uniti d’America|Verenigde Staten van Amerika',
	VA: 'Vatican',
};

/** Two countries have it. */
const AMBIGUOUS = '';

/**
 * ISO 3166-1 alpha-2 of a country, from its usual name in one of many languages or from its code, two or three letters,
 * in any case; `undefined` for anything else, also for a name that two countries have.
 */
export function countryCode(text: string): string | undefined {
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
	throw new Failure(
		`"${label}" is not a country: ${text.slice(0, 40)}`,
		'Write its usual name or its two-letter code, such as United States or US.',
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
	return name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}.'’‘`´"]/gu, '')
		.replace(/ß/g, 'ss')
		.replace(/ı/g, 'i')
		.replace(/&/g, ' and ')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()
		.replace(/^the /, '')
		.replace(/\bst /, 'saint ');
}
