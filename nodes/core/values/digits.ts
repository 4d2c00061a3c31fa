/** Digits of other scripts as 0 to 9. Source: Unicode, which keeps ten digits in a row from zero on. */
export function plainDigits(text: string): string {
	return text.replace(/(?!\d)\p{Nd}/gu, (digit) => {
		const code = digit.codePointAt(0) ?? 0;
		const steps = Array.from({ length: 10 }, (_, step) => String.fromCodePoint(code + step));
		const end = steps.findIndex((one) => !/\p{Nd}/u.test(one));
		return end < 0 ? '0' : String(10 - end);
	});
}
