import { getAll } from './getAll.operation';

export const name = 'Source';

export const operations = { getAll };
