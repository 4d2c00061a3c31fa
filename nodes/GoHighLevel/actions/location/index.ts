import { create } from './create.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const name = 'Location';

export const operations = { create, get, getAll };
