import { getAll } from './getAll.operation';

export const name = 'WhatsAble Number';

export const operations = { getAll };
