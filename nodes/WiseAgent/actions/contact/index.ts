import { addAddress } from './addAddress.operation';
import { addCategories } from './addCategories.operation';
import { count } from './count.operation';
import { create } from './create.operation';
import { find } from './find.operation';
import { get } from './get.operation';
import { getActivity } from './getActivity.operation';
import { getAddresses } from './getAddresses.operation';
import { getAll } from './getAll.operation';
import { getAllChanged } from './getAllChanged.operation';
import { getCustomData } from './getCustomData.operation';
import { removeCategories } from './removeCategories.operation';
import { setCustomData } from './setCustomData.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const name = 'Contact';

export const operations = {
	addAddress,
	addCategories,
	count,
	create,
	find,
	get,
	getActivity,
	getAddresses,
	getAll,
	getAllChanged,
	getCustomData,
	removeCategories,
	setCustomData,
	update,
	upsert,
};
