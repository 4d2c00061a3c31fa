import { sendText } from './sendText.operation';

export const name = 'Message';

export const operations = { sendText };
