import type { IDataObject } from 'n8n-workflow';

import { createOnce } from '../../../core/sending/creating';
import { isSameText } from '../../../core/values/sameText';
import { answeredField, countIn, isId, listIn, recordIn } from '../reading/answers';
import type { WiseAgentClient } from '../client';

/** Lists of an account, which Wise Agent answers all at once. */
async function listAll(
	api: WiseAgentClient,
	requestType: string,
	/** A field that each record has; any of several spellings. */
	ids: string[],
	...listNames: string[]
): Promise<IDataObject[]> {
	const records = listIn(await api.read(requestType), 'data', ...listNames);
	const isOne = (record: IDataObject) =>
		Object.entries(record).some(([name, value]) => ids.includes(name.toLowerCase()) && isId(value));
	if (!records?.every(isOne)) throw api.notWiseAgent();
	return records;
}

export async function listCategories(api: WiseAgentClient): Promise<IDataObject[]> {
	return await listAll(api, 'getAllCategoriesWithCount', ['name'], 'CategoryInfo');
}

/** How many contacts are in a category. */
export async function countCategory(api: WiseAgentClient, category: string): Promise<number> {
	const answer = await api.read('getCategoryClientCount', { category });
	const count = countIn(answeredField(answer, 'categorycount'));
	if (count === undefined) throw api.notWiseAgent();
	return count;
}

/** Adds categories to the account, once; those that it has already stay as they are. */
export async function addCategories(api: WiseAgentClient, names: string[]): Promise<IDataObject[]> {
	const isWanted = (name: unknown) => names.some((wanted) => isSameText(wanted, name));
	let before: IDataObject[] = [];
	return await createOnce<IDataObject[]>(api.account, {
		among: ['categories'],
		send: async (find) => {
			before = await listCategories(api);
			return await api.create('addCategories', { categories: names.join(',') }, find);
		},
		createdIn: (answer) => {
			const added = listIn(answer, 'categories');
			return added && added.length > 0 && added.every(({ catName }) => isId(catName)) ? added : undefined;
		},
		// A name is there once, whoever added it; one that nobody asked for may be one of ours, spelled otherwise.
		look: async () => {
			const categories = await listCategories(api);
			const there = categories.filter(({ name }) => isWanted(name));
			if (there.length >= names.length) {
				return { created: there.map(({ name, id }) => ({ catName: name, catID: id })) };
			}
			const isOther = ({ name }: IDataObject) =>
				!isWanted(name) && !before.some((own) => isSameText(own.name, name));
			return categories.some(isOther) ? 'unknown' : 'absent';
		},
		keysOf: () => [],
		unexpected: () => api.unclear('addCategories'),
		signal: api.signal,
	});
}

export async function listSources(api: WiseAgentClient): Promise<IDataObject[]> {
	return await listAll(api, 'getSources', ['id']);
}

/** Members of the team of the account. */
export async function listTeam(api: WiseAgentClient): Promise<IDataObject[]> {
	return await listAll(api, 'getTeam', ['insideteamid']);
}

/** Partners outside, to whom leads can be given. */
export async function listOutsideTeam(api: WiseAgentClient): Promise<IDataObject[]> {
	return await listAll(api, 'getOutsideTeam', ['email']);
}

export async function listPrograms(api: WiseAgentClient): Promise<IDataObject[]> {
	return await listAll(api, 'getPrograms', ['programid']);
}

/** Enrols contacts in a marketing program, which may send to them. */
export async function addToProgram(
	api: WiseAgentClient,
	programID: string,
	clientIds: string[],
): Promise<void> {
	await api.once('addClientsToMarketingProgram', { programID, clientids: clientIds.join(',') });
}

export async function listPipelines(api: WiseAgentClient): Promise<IDataObject[]> {
	return await listAll(api, 'getPipelines', ['id', 'name', 'pipelineid', 'pipelinename']);
}

/** The person who connected the account. */
export async function readUser(api: WiseAgentClient): Promise<IDataObject> {
	const user = recordIn(await api.read('getUser'));
	if (!user || !('Email' in user)) throw api.notWiseAgent();
	return user;
}
