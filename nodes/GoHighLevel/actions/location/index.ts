import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const name = 'Location';

export const operations = { get, getAll };
