import { getAll } from './getAll.operation';

export const name = 'Label';

export const operations = { getAll };
