import { getAll } from './getAll.operation';
import { getSubmissions } from './getSubmissions.operation';

export const name = 'Form';

export const operations = { getAll, getSubmissions };
