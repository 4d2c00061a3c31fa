import { checkAccess } from './checkAccess.operation';

export const name = 'Account';

export const operations = { checkAccess };
