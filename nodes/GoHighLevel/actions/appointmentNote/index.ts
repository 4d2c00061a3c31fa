import { create } from './create.operation';
import { remove } from './delete.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';

export const name = 'Appointment Note';

export const operations = { create, delete: remove, getAll, update };
