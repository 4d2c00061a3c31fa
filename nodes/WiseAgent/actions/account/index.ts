import { checkAccess } from './checkAccess.operation';
import { getApiUsage } from './getApiUsage.operation';

export const name = 'Account';

export const operations = { checkAccess, getApiUsage };
