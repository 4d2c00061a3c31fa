import { visibleText } from '../../core/references/visibleText';
import { ownValue } from '../../core/values/ownValue';

const ENTITIES: Readonly<Record<string, string>> = {
	'&nbsp;': ' ',
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'",
	'&amp;': '&',
};

/**
 * Whether two texts say the same, whatever Wise Agent made of line breaks, markup, entities and letters that it does not
 * know. So a text of our own is known again.
 */
export function isSameWording(a: unknown, b: unknown): boolean {
	const words = wordsOf(a);
	if (words !== wordsOf(b)) return false;
	// Of texts in another script nothing is left to compare.
	return words !== '' || String(a ?? '').trim() === String(b ?? '').trim();
}

function wordsOf(text: unknown): string {
	return String(text ?? '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/&(nbsp|lt|gt|quot|#39|amp);/g, (entity) => ownValue(ENTITIES, entity) ?? entity)
		.replace(/[^\p{ASCII}]/gu, '')
		.replace(/[\s?"'`]+/g, '')
		.toLowerCase();
}

/**
 * Whether a text is stored as it is wanted, whatever the markup. Letters that Wise Agent does not know are stored as
 * question marks.
 */
export function isStoredAs(stored: unknown, wanted: unknown): boolean {
	const [own, other] = [visibleText(String(stored ?? '')), visibleText(String(wanted ?? ''))];
	if (own.length !== other.length) return false;
	return [...Array(own.length).keys()].every((place) => {
		const [letter, meant] = [own.charAt(place), other.charAt(place)];
		return letter === meant || (letter === '?' && meant > '\x7f');
	});
}
