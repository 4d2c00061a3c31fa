import { getAll } from './getAll.operation';

export const name = 'WhatsAble Group';

export const operations = { getAll };
