/** "123", "12B", "123-B", "120-24", and behind it a half: "123 1/2", "123½". */
const USUAL = /\d+[A-Z]?(?:[-–/](?:\d+[A-Z]?|[A-Z]))*(?: \d[/⁄]\d|[- ]?[¼½¾])?/;

/** The grid of Wisconsin: "N6W23001". */
const GRID = /[NSEW]\d+[NSEW]\d+/;

/** What goes on with a half has it in the street's name, as "8 Mile Rd" and "8 1/2 Mile Rd" of Michigan have their number. */
const NAME = /(?!\d[/⁄]\d |[¼½¾]|Miles? (?!End\b))(?=\S)/;

const NUMBER = new RegExp(`^(${USUAL.source}|${GRID.source}),? ${NAME.source}`, 'i');

export interface SplitAddress {
	AddressNumber: string;
	AddressStreet: string;
}

/**
 * An address as Wise Agent keeps it: number and street. Without a number in front ("1st Avenue", "PO Box 12", "8 1/2 Mile
 * Rd"), all of it is the street, and the number is empty.
 */
export function splitAddress(address: string): SplitAddress {
	const line = onOneLine(address);
	const [found = '', number = ''] = NUMBER.exec(line) ?? [];
	return { AddressNumber: number, AddressStreet: line.slice(found.length) };
}

/** Number and street as people write them. */
export function wholeAddress({ AddressNumber, AddressStreet }: Record<string, unknown>): string {
	return onOneLine([AddressNumber, AddressStreet].map((part) => String(part ?? '')).join(' '));
}

function onOneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
