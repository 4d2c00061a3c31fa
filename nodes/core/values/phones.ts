/** Country calling codes by ISO 3166-1 alpha-2, for numbers written without one. Source: ITU-T E.164. */
const CALLING_CODES: Record<string, string> = Object.fromEntries(
	(
		'1:US,CA,PR,DO,JM,BS,BB,TT,AG,AI,BM,DM,GD,GU,KN,KY,LC,MP,MS,SX,TC,VC,VG,VI,AS|7:RU,KZ|20:EG|27:ZA|30:GR|' +
		'31:NL|32:BE|33:FR|34:ES|36:HU|39:IT,VA|40:RO|41:CH|43:AT|44:GB,GG,IM,JE|45:DK|46:SE|47:NO,SJ|48:PL|49:DE|' +
		'51:PE|52:MX|53:CU|54:AR|55:BR|56:CL|57:CO|58:VE|60:MY|61:AU,CC,CX|62:ID|63:PH|64:NZ|65:SG|66:TH|81:JP|' +
		'82:KR|84:VN|86:CN|90:TR|91:IN|92:PK|93:AF|94:LK|95:MM|98:IR|211:SS|212:MA,EH|213:DZ|216:TN|218:LY|220:GM|' +
		'221:SN|222:MR|223:ML|224:GN|225:CI|226:BF|227:NE|228:TG|229:BJ|230:MU|231:LR|232:SL|233:GH|234:NG|235:TD|' +
		'236:CF|237:CM|238:CV|239:ST|240:GQ|241:GA|242:CG|243:CD|244:AO|245:GW|248:SC|249:SD|250:RW|251:ET|252:SO|' +
		'253:DJ|254:KE|255:TZ|256:UG|257:BI|258:MZ|260:ZM|261:MG|262:RE,YT|263:ZW|264:NA|265:MW|266:LS|267:BW|' +
		'268:SZ|269:KM|291:ER|297:AW|298:FO|299:GL|350:GI|351:PT|352:LU|353:IE|354:IS|355:AL|356:MT|357:CY|358:FI,AX|' +
		'359:BG|370:LT|371:LV|372:EE|373:MD|374:AM|375:BY|376:AD|377:MC|378:SM|380:UA|381:RS|382:ME|383:XK|385:HR|' +
		'386:SI|387:BA|389:MK|420:CZ|421:SK|423:LI|501:BZ|502:GT|503:SV|504:HN|505:NI|506:CR|507:PA|509:HT|' +
		'590:GP,BL,MF|591:BO|592:GY|593:EC|594:GF|595:PY|596:MQ|597:SR|598:UY|599:CW,BQ|670:TL|673:BN|675:PG|676:TO|' +
		'677:SB|678:VU|679:FJ|685:WS|687:NC|689:PF|850:KP|852:HK|853:MO|855:KH|856:LA|880:BD|886:TW|960:MV|961:LB|' +
		'962:JO|963:SY|964:IQ|965:KW|966:SA|967:YE|968:OM|970:PS|971:AE|972:IL|973:BH|974:QA|975:BT|976:MN|977:NP|' +
		'992:TJ|993:TM|994:AZ|995:GE|996:KG|998:UZ'
	)
		.split('|')
		.flatMap((group) => {
			const [code = '', countries = ''] = group.split(':');
			return countries.split(',').map((country) => [country, code]);
		}),
);

/**
 * What is dialled before a national number at home and is no part of E.164, by calling code; elsewhere it is a zero.
 * `NOTHING` where a leading zero belongs to the number. Source: ITU-T, national numbering plans.
 */
const NOTHING = /^(?!)/;
const TRUNK_PREFIX: Record<string, RegExp> = {
	'1': /^1(?=\d{10}$)/,
	'7': /^[78](?=\d{10}$)/,
	'36': /^06?/,
	'39': NOTHING,
	'225': NOTHING,
	'226': NOTHING,
	'227': NOTHING,
	'229': NOTHING,
	'241': /^0(?=[67]\d{7}$)/,
	'242': NOTHING,
	'375': /^(?:80?|0)(?=\d{9}$)/,
	'378': NOTHING,
	'992': NOTHING,
	'993': /^8(?=\d{8}$)/,
};

/** What is dialled before the calling code of another country; elsewhere it is 00. */
const EXIT_PREFIX: Record<string, string> = {
	'1': '011',
	'7': '810',
	'61': '0011',
	'81': '010',
	'852': '001',
};

/** Calling codes of countries where what is dialled abroad depends on the carrier. */
const EXIT_BY_CARRIER = new Set('55|56|57|62|65|66|82|254|255|256|592|855|886|972|976'.split('|'));

/** The form of national numbers where further prefixes are in use that E.164 leaves out or moves. */
const NATIONAL_NUMBER: Record<string, RegExp> = {
	'1': /^[2-9]\d{9}$/,
	'7': /^\d{10}$/,
	'52': /^[2-9]\d{9}$/,
	'54': /^(?:9[1-8]\d{9}|800\d{8}|[1-8]\d{9})$/,
	'55': /^[1-9]\d{9,10}$/,
};

const KNOWN_CODES = new Set(Object.values(CALLING_CODES));

/** The calling code of a place (ISO 3166-1 alpha-2); `undefined` for one that is not known. */
export function callingCodeFor(country: string): string | undefined {
	return CALLING_CODES[country.toUpperCase()];
}

/** The calling code that an E.164 number begins with; `undefined` when it is none of a country. */
export function callingCodeOf(phone: string): string | undefined {
	const digits = phone.replace(/^\+/, '');
	return [1, 2, 3].map((length) => digits.slice(0, length)).find((start) => KNOWN_CODES.has(start));
}

/**
 * The number as E.164 (`+12025550123`), or `undefined` when it cannot be told: written without calling code and the
 * country is not known, written so that it may be meant in two ways, or with too few or too many digits.
 *
 * @param country ISO 3166-1 alpha-2 of the place where numbers without calling code are dialled
 */
export function toE164(phone: string, country?: string): string | undefined {
	const written = phone
		.normalize('NFKC')
		.replace(/^\s*tel:/i, '')
		.replace(/[\s,;.]*(?:extension|ext|x|#|;)[\s.:=]*(?:ext=)?\d+\s*$/i, '')
		.trim();
	const digits = written.replace(/\D/g, '');
	if (/\p{L}/u.test(written)) return undefined;
	const whole = written.startsWith('+')
		? digits
		: withCallingCode(digits, CALLING_CODES[country?.toUpperCase() ?? '']);
	return whole === undefined ? undefined : checked(whole);
}

/** Calling code and number from digits as they are dialled in the country with the code `home`. */
function withCallingCode(digits: string, home: string | undefined): string | undefined {
	const exit = EXIT_PREFIX[home ?? ''] ?? '00';
	if (digits.startsWith(exit)) return EXIT_BY_CARRIER.has(home ?? '') ? undefined : digits.slice(exit.length);
	if (home === undefined) return undefined;
	const national = digits.replace(TRUNK_PREFIX[home] ?? /^0/, '');
	const mayHaveCode = national === digits && digits.startsWith(home) && digits.length >= 9;
	if (!mayHaveCode || NATIONAL_NUMBER[home]?.test(national) || home === '1') return home + national;
	return digits.length >= 12 ? digits : undefined;
}

/** Leaves out a zero that is written after the calling code for callers at home: "+44 (0)20 …". */
function checked(digits: string): string | undefined {
	const code = callingCodeOf(digits) ?? '';
	const rest = digits.slice(code.length);
	const national = rest.replace(TRUNK_PREFIX[code] ?? /^0/, '');
	if (NATIONAL_NUMBER[code]?.test(national) === false) return undefined;
	const number = code + national;
	return number.length >= 7 && number.length <= 15 ? `+${number}` : undefined;
}

/**
 * Whether two ways of writing are the same number. A number without calling code equals one with it when all its
 * digits (without the trunk zero) are the end of the other; two numbers with calling codes must be equal.
 */
export function isSamePhone(a: string, b: string): boolean {
	const [first, second] = [toE164(a), toE164(b)];
	if (first && second) return first === second;
	const [shorter, longer] = [digitsOf(first ?? a), digitsOf(second ?? b)].sort(
		(x, y) => x.length - y.length,
	) as [string, string];
	if (shorter === '') return a.trim() === b.trim();
	return (
		shorter === longer ||
		(shorter.length >= 7 && longer.endsWith(shorter) && longer.length - shorter.length <= 3)
	);
}

function digitsOf(phone: string): string {
	return phone.replace(/\D/g, '').replace(/^0+/, '');
}
