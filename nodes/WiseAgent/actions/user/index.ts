import { get } from './get.operation';

export const name = 'User';

export const operations = { get };
