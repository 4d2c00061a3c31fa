import type { Done } from '../../../core/sending/done';
import { afterDone } from '../../../core/sending/done';
import type { WiseAgentClient } from '../client';
import { writing } from '../request';

/** Requests that put contacts into a category, or take them out. */
export const CATEGORY_CHANGES = {
	add: writing('POST', 'addClientsToCategory', 'contacts'),
	remove: writing('POST', 'removeClientsFromCategory', 'contacts'),
};

/**
 * Puts contacts into a category, or takes them out. Done twice, it is the same as once.
 *
 * @param category its name, which may hold commas
 */
export async function changeCategory(
	api: WiseAgentClient,
	change: 'add' | 'remove',
	category: string,
	clientIds: string[],
): Promise<void> {
	await CATEGORY_CHANGES[change](api, { form: { category, clientids: clientIds.join(',') } });
}

/** The same for several categories of one contact, one after the other; a failure says which were changed. */
export async function changeEach(
	api: WiseAgentClient,
	change: 'add' | 'remove',
	categories: string[],
	clientId: string,
): Promise<void> {
	const changed: string[] = [];
	for (const category of categories) {
		const work = async () => await changeCategory(api, change, category, [clientId]);
		await (changed.length > 0
			? afterDone(doneTo(change, changed, clientId, `but not "${category}"`), work)
			: work());
		changed.push(category);
	}
}

/** What is told of categories that were changed, when something that follows fails. */
export function doneTo(
	change: 'add' | 'remove',
	categories: string[],
	clientId: string,
	missing?: string,
): Done {
	const names = categories.map((name) => `"${name}"`).join(', ');
	const what =
		change === 'add'
			? `Contact ${clientId} was added to ${names}`
			: `Contact ${clientId} was removed from ${names}`;
	return { what, missing, details: { updated: true, contactId: clientId } };
}

/** Names with a comma in them cannot be sent in a list; each of these gets a request of its own. */
export function byComma(names: string[]): { listed: string[]; single: string[] } {
	return {
		listed: names.filter((name) => !name.includes(',')),
		single: names.filter((name) => name.includes(',')),
	};
}
