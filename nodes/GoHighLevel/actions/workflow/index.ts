import { getAll } from './getAll.operation';

export const name = 'Workflow';

export const operations = { getAll };
