/**
 * The item's `event` for HighLevel's name of an event: `ContactCreate` is `contactCreated`. One that is all in capitals,
 * or that HighLevel adds in another form, keeps its name.
 */
export function eventNameOf(type: string): string {
	if (!/^[A-Z][a-z]/.test(type)) return type;
	const happened = type.replace(/(?:Complete|Create|Delete|Update)$/, (verb) => `${verb}d`);
	return `${happened.charAt(0).toLowerCase()}${happened.slice(1)}`;
}
