import type { WiseAgentClient } from '../client';

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
	const requestType = change === 'add' ? 'addClientsToCategory' : 'removeClientsFromCategory';
	await api.write('POST', requestType, { form: { category, clientids: clientIds.join(',') } });
}

/** Names with a comma in them cannot be sent in a list; each of these gets a request of its own. */
export function byComma(names: string[]): { listed: string[]; single: string[] } {
	return {
		listed: names.filter((name) => !name.includes(',')),
		single: names.filter((name) => name.includes(',')),
	};
}
