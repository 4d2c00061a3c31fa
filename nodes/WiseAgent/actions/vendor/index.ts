import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const name = 'Vendor';

export const operations = { get, getAll };
