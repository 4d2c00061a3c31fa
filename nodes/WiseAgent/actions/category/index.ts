import { count } from './count.operation';
import { create } from './create.operation';
import { getAll } from './getAll.operation';

export const name = 'Category';

export const operations = { count, create, getAll };
