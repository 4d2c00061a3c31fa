import { getAll } from './getAll.operation';

export const name = 'Campaign';

export const operations = { getAll };
