import { create } from './create.operation';
import { remove } from './delete.operation';
import { get } from './get.operation';
import { update } from './update.operation';

export const name = 'Recurring Task';

export const operations = { create, delete: remove, get, update };
