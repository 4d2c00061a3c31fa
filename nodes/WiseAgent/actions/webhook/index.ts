import { create } from './create.operation';
import { remove } from './delete.operation';
import { getAll } from './getAll.operation';

export const name = 'Webhook';

export const operations = { create, delete: remove, getAll };
