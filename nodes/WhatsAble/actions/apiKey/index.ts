import { check } from './check.operation';

export const name = 'API Key';

export const operations = { check };
