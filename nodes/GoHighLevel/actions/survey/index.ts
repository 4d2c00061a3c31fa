import { getAll } from './getAll.operation';
import { getSubmissions } from './getSubmissions.operation';

export const name = 'Survey';

export const operations = { getAll, getSubmissions };
