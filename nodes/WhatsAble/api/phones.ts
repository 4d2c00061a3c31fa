import { plainText } from '../../core/values/texts';
import { toE164 } from '../../core/values/phones';

/** What most of WhatsAble's endpoints want: the number without +. */
export function digitsOf(phone: string): string {
	return phone.replace(/^\+/, '');
}

/** As E.164 where WhatsAble gives a number as digits, with or without +, as text or as a number; else as it is. */
export function phoneFrom(given: unknown): string {
	const text = plainText(given).trim();
	if (!/^\+?\d{7,15}$/.test(text)) return text;
	const withPlus = `+${digitsOf(text)}`;
	return toE164(withPlus) ?? withPlus;
}
