import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const name = 'Email Template';

export const operations = { get, getAll };
