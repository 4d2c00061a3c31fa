import { getAll } from './getAll.operation';

export const name = 'Phone Number';

export const operations = { getAll };
