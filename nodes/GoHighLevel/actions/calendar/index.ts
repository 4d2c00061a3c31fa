import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const name = 'Calendar';

export const operations = { get, getAll };
