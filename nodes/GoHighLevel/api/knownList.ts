import type { Memory } from '../../core/account/account';
import type { Freshness } from '../../core/account/remembered';
import { Remembered } from '../../core/account/remembered';
import { Failure } from '../../core/failure';
import { plainText } from '../../core/values/texts';
import type { HighLevelClient } from './client';
import { refusalIn } from './errors';

/** Settings change rarely; a change made in HighLevel is seen after this long. */
export const KEPT_MS = 10 * 60_000;

/** Something that a person has just made in HighLevel is there when it is asked for. */
export const JUST_MADE_MS = 2_000;

/** A list of a location that is read once for many items. */
export interface KnownList<T, Part extends string> {
	/**
	 * Throws the refusal when the token may not read it.
	 *
	 * @param maxAgeMs how long ago it may have been read
	 */
	all(api: HighLevelClient, part: Part, maxAgeMs?: number): Promise<T[]>;
	/**
	 * The same, read again when what was read earlier is not enough: a record may have been made since. So an unknown
	 * one costs a request every two seconds at most.
	 */
	having(api: HighLevelClient, part: Part, areEnough: (list: T[]) => boolean): Promise<T[]>;
	/** For whoever changes what is in it. */
	forget(api: HighLevelClient): void;
}

/**
 * @param name what a list of what is remembered calls it
 * @param read reads a part of it, such as the custom fields of contacts
 */
export function knownList<T, Part extends string>(
	name: string,
	read: (api: HighLevelClient, part: Part) => Promise<T[]>,
): KnownList<T, Part> {
	/** Holds a refusal as well, so that a token without the scope does not cost a request for each item. */
	const memory: Memory<Remembered<T[] | Failure>> = { name, create: () => new Remembered() };
	const fresh = async (api: HighLevelClient, part: Part, freshness: Freshness<T[] | Failure>) => {
		const key = `${part} ${readerOf(api)}`;
		const reading = async () => await read(api, part).catch(refusalIn);
		const list = await api.account.memory(memory).read(key, reading, { ...freshness, signal: api.signal });
		if (list instanceof Failure) throw list;
		return list;
	};
	return {
		all: async (api, part, maxAgeMs = KEPT_MS) => await fresh(api, part, { keptMs: maxAgeMs }),
		having: async (api, part, areEnough) =>
			await fresh(api, part, {
				keptMs: KEPT_MS,
				isEnough: (list) => list instanceof Failure || areEnough(list),
				recentMs: JUST_MADE_MS,
			}),
		forget: (api) => api.account.memory(memory).forget(),
	};
}

/** What one connection of an app may read, another may not, nor itself before it was connected again. */
export function readerOf({ access: { grantedScopes = [] } }: HighLevelClient): string {
	return grantedScopes.join(' ');
}

/** How many choices a text names. */
const MOST_NAMED = 20;

/**
 * The failure for a record that is not among those that can be chosen.
 *
 * @param whole what it would be a part of: "this location"
 */
export function notPartOf(
	whole: string,
	{ label, id, choices }: { label: string; id?: string; choices: Array<{ id: string; name?: unknown }> },
): Failure {
	const named = choices.slice(0, MOST_NAMED).map((one) => `${plainText(one.name) || one.id} (${one.id})`);
	const more = choices.length > MOST_NAMED ? `, and ${choices.length - MOST_NAMED} more` : '';
	const remedy =
		named.length > 0
			? `Choose one of these: ${named.join(', ')}${more}.`
			: 'There is none yet: add one in HighLevel.';
	return new Failure(`"${label}" does not belong to ${whole}: ${id}`, remedy, { field: label });
}
