import { send } from './send.operation';
import { sendToGroup } from './sendToGroup.operation';

export const name = 'WhatsAble Bot Message';

export const operations = { send, sendToGroup };
