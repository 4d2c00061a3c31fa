import { create } from './create.operation';
import { getAll } from './getAll.operation';

export const name = 'Calendar';

export const operations = { create, getAll };
