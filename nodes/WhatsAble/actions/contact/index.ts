import { removeAllLabels } from './removeAllLabels.operation';
import { upsert } from './upsert.operation';

export const name = 'Contact';

export const operations = { removeAllLabels, upsert };
