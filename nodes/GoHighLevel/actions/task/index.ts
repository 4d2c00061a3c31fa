import { complete } from './complete.operation';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { reopen } from './reopen.operation';
import { search } from './search.operation';
import { update } from './update.operation';
import { upsertByReference } from './upsertByReference.operation';

export const name = 'Task';

export const operations = {
	complete,
	create,
	delete: remove,
	get,
	getAll,
	reopen,
	search,
	update,
	upsertByReference,
};
