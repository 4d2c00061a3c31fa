import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { setCategories } from './setCategories.operation';
import { update } from './update.operation';
import { upsertByReference } from './upsertByReference.operation';

export const name = 'Note';

export const operations = { create, delete: remove, get, getAll, setCategories, update, upsertByReference };
