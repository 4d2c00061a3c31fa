import { create } from './create.operation';
import { createIfMissing } from './createIfMissing.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';

export const name = 'Custom Field';

export const operations = { create, createIfMissing, delete: remove, get, getAll, update };
