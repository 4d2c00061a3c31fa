import type { dateTimeOf } from '../values/dates';
import { ownValue } from '../values/ownValue';
import { isEmpty, textOf } from '../values/texts';
import type { Params } from './params';

/** The text of a field in a collection; `undefined` where it is empty. */
export function textIn(params: Params, given: Record<string, unknown>, name: string): string | undefined {
	const value = ownValue(given, name);
	return isEmpty(value) ? undefined : textOf(value, params.label(name)) || undefined;
}

/**
 * The moment of a field in a collection, in ms since 1970; `undefined` where it is empty.
 *
 * @param read `dateTimeOf`, or `lastMomentOf` where a day means its end
 */
export function momentIn(
	params: Params,
	given: Record<string, unknown>,
	name: string,
	read: typeof dateTimeOf,
): number | undefined {
	const value = ownValue(given, name);
	return isEmpty(value) ? undefined : Date.parse(read(value, params.label(name), params.timezone));
}
