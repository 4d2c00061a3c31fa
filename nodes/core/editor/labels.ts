import { plainText } from '../values/texts';

/** A name and, in brackets, what tells two of the same name apart; what is neither text nor number is left out. */
export function label(name: unknown, detail: unknown, id: unknown): string {
	const [named, told] = [plainText(name), plainText(detail)];
	if (named === '') return told || plainText(id);
	return told ? `${named} (${told})` : named;
}

/** The beginning of a text, as far as a list of the editor has room for it. */
export function shortened(text: string): string {
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** The text of HTML. */
export function withoutMarkup(html: unknown): string {
	return plainText(html)
		.replace(/<[^>]*>/g, ' ')
		.trim();
}
