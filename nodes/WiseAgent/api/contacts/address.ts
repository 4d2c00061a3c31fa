/** "123", "12B", "120-24", "123 1/2", and the grid of Wisconsin, "N6W23001". */
const NUMBER = /^((?:\d+[A-Za-z]?(?:[-/]\d+[A-Za-z]?)?(?: \d\/\d)?)|(?:[NSEW]\d+[NSEW]\d+)),? (?=\S)/i;

export interface SplitAddress {
	AddressNumber: string;
	AddressStreet: string;
}

/**
 * An address as Wise Agent keeps it: number and street. Without a number in front ("1st Avenue", "PO Box 12"), all of it
 * is the street, and the number is empty.
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
