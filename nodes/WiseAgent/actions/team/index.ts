import { getAll } from './getAll.operation';

export const name = 'Team';

export const operations = { getAll };
