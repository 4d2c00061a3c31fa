import { categoriesNamed, distinct, sameName } from '../contacts/input';
import type { Call, RequestType } from '../requestType';
import { LISTED_SUCCESS, listedFailure, upperError } from '../wire/refusal';

/** Categories of contacts. */
export const categoryTypes: RequestType[] = [
	{
		name: 'getAllCategoriesWithCount',
		verb: 'GET',
		scopes: ['contacts'],
		answer: (call) => ({
			CategoryInfo: [...call.state.categories.values()].map(({ name, id }) => ({
				name,
				id,
				clientCount: clientsIn(call, name),
			})),
		}),
	},
	{
		name: 'getCategoryClientCount',
		verb: 'GET',
		scopes: ['contacts'],
		answer: (call) => [{ success: 'true', categorycount: clientsIn(call, call.parameters.text('category')) }],
	},
	{
		name: 'addCategories',
		verb: 'POST',
		scopes: ['contacts'],
		answer: ({ state, parameters }) => {
			const names = categoriesNamed(state, distinct(parameters.list('categories')));
			if (names.length === 0) throw upperError('Missing Categories CSV');
			const added = [...state.categories.values()].filter(({ name }) => names.includes(name));
			return {
				success: true,
				categories: added.map(({ id, name }) => ({ catName: name, catID: String(id) })),
			};
		},
	},
	{
		name: 'addClientsToCategory',
		verb: 'POST',
		scopes: ['contacts'],
		answer: (call) =>
			change(call, (categories, name) => distinct([...categories, ...categoriesNamed(call.state, [name])])),
	},
	{
		name: 'removeClientsFromCategory',
		verb: 'POST',
		scopes: ['contacts'],
		answer: (call) => change(call, (categories, name) => categories.filter((own) => !sameName(own, name))),
	},
];

function clientsIn({ state }: Call, category: string): number {
	let count = 0;
	for (const { Categories } of state.contacts.values()) {
		if (Categories.some((name) => sameName(name, category))) count += 1;
	}
	return count;
}

/** Ids that are unknown are passed over, and the answer does not tell. */
function change(
	{ state, parameters }: Call,
	changed: (categories: readonly string[], name: string) => string[],
): object {
	const name = parameters.text('category');
	if (name === '') throw listedFailure('Missing category');
	const ids = parameters.list('clientids');
	if (ids.length === 0) throw listedFailure('Missing clientids');
	for (const id of ids) {
		const contact = state.contacts.get(id);
		if (contact) state.updateContact(id, { Categories: changed(contact.Categories, name) });
	}
	return LISTED_SUCCESS;
}
