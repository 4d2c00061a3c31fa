import { send } from './send.operation';

export const name = 'Notifier Message';

export const operations = { send };
