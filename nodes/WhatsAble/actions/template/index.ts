import { getAll } from './getAll.operation';

export const name = 'Template';

export const operations = { getAll };
