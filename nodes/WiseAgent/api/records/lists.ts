import type { IDataObject } from 'n8n-workflow';

import { createOnce } from '../../../core/sending/creating';
import { isSameText } from '../../../core/values/sameText';
import { answeredField, countIn, isId, listIn, recordIn } from '../reading/answers';
import type { WiseAgentClient } from '../client';
import { making } from '../../../core/operation/request';
import { creating, once, reading } from '../request';

const getCategoryCount = reading('getCategoryClientCount', 'contacts');
const postCategories = creating('addCategories', 'contacts');
const postToProgram = once('addClientsToMarketingProgram', 'marketing');
const getUser = reading('getUser', 'profile');

/** What is known of a list of the account, which Wise Agent answers at once. */
interface WholeList {
	requestType: string;
	scope: string;
	/** A field that each record has; any of several spellings. */
	ids: string[];
	/** Under which name the records are, if not under `data`. */
	name?: string;
}

function wholeList({ requestType, scope, ids, name }: WholeList) {
	const read = reading(requestType, scope);
	return making(read, [], async (api: WiseAgentClient): Promise<IDataObject[]> => {
		const records = listIn(await read(api), 'data', ...(name === undefined ? [] : [name]));
		const isOne = (record: IDataObject) =>
			Object.entries(record).some(([field, value]) => ids.includes(field.toLowerCase()) && isId(value));
		if (!records?.every(isOne)) throw api.notWiseAgent();
		return records;
	});
}

export const listCategories = wholeList({
	requestType: 'getAllCategoriesWithCount',
	scope: 'contacts',
	ids: ['name'],
	name: 'CategoryInfo',
});

/** How many contacts are in a category. */
export const countCategory = making(
	getCategoryCount,
	[],
	async (api: WiseAgentClient, category: string): Promise<number> => {
		const answer = await getCategoryCount(api, { category });
		const count = countIn(answeredField(answer, 'categorycount'));
		if (count === undefined) throw api.notWiseAgent();
		return count;
	},
);

/** Adds categories to the account, once; those that it has already stay as they are. */
export const addCategories = making(
	postCategories,
	[listCategories],
	async (api: WiseAgentClient, names: string[]): Promise<IDataObject[]> => {
		const isWanted = (name: unknown) => names.some((wanted) => isSameText(wanted, name));
		let before: IDataObject[] = [];
		return await createOnce<IDataObject[]>(api.account, {
			among: ['categories'],
			send: async (find) => {
				before = await listCategories(api);
				return await postCategories(api, { categories: names.join(',') }, find);
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
	},
);

export const listSources = wholeList({
	requestType: 'getSources',
	scope: 'contacts',
	ids: ['id'],
});

/** Members of the team of the account. */
export const listTeam = wholeList({
	requestType: 'getTeam',
	scope: 'team',
	ids: ['insideteamid'],
});

/** Partners outside, to whom leads can be given. */
export const listOutsideTeam = wholeList({
	requestType: 'getOutsideTeam',
	scope: 'team',
	ids: ['email'],
});

export const listPrograms = wholeList({
	requestType: 'getPrograms',
	scope: 'marketing',
	ids: ['programid'],
});

/** Enrols contacts in a marketing program, which may send to them. */
export const addToProgram = making(
	postToProgram,
	[],
	async (api: WiseAgentClient, programID: string, clientIds: string[]): Promise<void> => {
		await postToProgram(api, { programID, clientids: clientIds.join(',') });
	},
);

export const listPipelines = wholeList({
	requestType: 'getPipelines',
	scope: 'profile',
	ids: ['id', 'name', 'pipelineid', 'pipelinename'],
});

/** The person who connected the account. */
export const readUser = making(getUser, [], async (api: WiseAgentClient): Promise<IDataObject> => {
	const user = recordIn(await getUser(api));
	if (!user || !('Email' in user)) throw api.notWiseAgent();
	return user;
});
