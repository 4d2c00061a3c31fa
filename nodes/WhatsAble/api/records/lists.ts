import type { IDataObject } from 'n8n-workflow';

import type { Memory } from '../../../core/account/account';
import type { Remembered } from '../../../core/account/remembered';
import { isObject } from '../../../core/values/objects';
import { ownValue } from '../../../core/values/ownValue';
import type { WhatsAbleClient } from '../client';
import { ENDPOINTS } from '../endpoints';
import { requestTo } from '../request';
import { isBlank } from '../responses/plain';

/** How the entries of a list are read. */
interface Reading<T extends IDataObject> {
	/** Where the list is, when it is not the response itself. */
	under?: string;
	/** The list may also be under this. */
	orUnder?: string;
	/** What an entry that is a text or a number is. */
	scalar: string;
	/** The fields of an entry as this package gives them: as texts, empty where WhatsAble does not tell them. */
	read(entry: IDataObject): T;
}

/**
 * A request for a list that WhatsAble answers at once. Every entry comes back, with its fields as they came and those that are read: an
 * entry of an odd shape is as good as what is known of it, and one that is no object stands under `as_received`. Throws a
 * `Failure` when there is no list, or when nothing is in its entries.
 */
export function listing<T extends IDataObject>(
	name: Exclude<keyof typeof ENDPOINTS, 'delivery'>,
	{ under, orUnder, scalar, read }: Reading<T>,
) {
	const endpoint = ENDPOINTS[name];
	return requestTo('GET', name, async (api: WhatsAbleClient): Promise<Array<T & IDataObject>> => {
		const answer = await api.get(endpoint);
		const places = [
			under === undefined ? answer : fieldOf(answer, under),
			orUnder && fieldOf(answer, orUnder),
		];
		const list = places.find((place): place is unknown[] => Array.isArray(place));
		if (!list || (list.length > 0 && isBlank(list))) throw api.notWhatsAble(endpoint);
		return list.map((entry) => {
			if (isObject(entry)) return { ...entry, ...read(entry) };
			const isScalar = !isBlank(entry) && !Array.isArray(entry);
			const fields = (isScalar ? { [scalar]: entry } : {}) as IDataObject;
			return { ...read(fields), ...(isScalar ? {} : { as_received: entry as IDataObject }) };
		});
	});
}

function fieldOf(answer: unknown, name: string): unknown {
	return isObject(answer) ? ownValue(answer, name) : undefined;
}

/** How long a list is good for a run of many items, and how soon it is read again when something is missing in it. */
const FRESHNESS = { keptMs: 60_000, recentMs: 5_000 };

/**
 * A list of the account that hardly changes while a run goes on, read once for all items.
 *
 * @param isEnough whether what was read earlier serves: what a person has just made may be missing in it
 */
export async function rememberedList<T>(
	api: WhatsAbleClient,
	memory: Memory<Remembered<T>>,
	read: () => Promise<T>,
	isEnough: (list: T) => boolean,
): Promise<T> {
	const { signal } = api.options;
	return await api.account.memory(memory).read('', read, { ...FRESHNESS, isEnough, signal });
}
