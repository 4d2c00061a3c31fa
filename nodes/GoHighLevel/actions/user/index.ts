import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const name = 'User';

export const operations = { get, getAll };
