import { getAll } from './getAll.operation';

export const name = 'Pipeline';

export const operations = { getAll };
