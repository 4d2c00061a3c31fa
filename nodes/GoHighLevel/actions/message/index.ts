import { addInbound } from './addInbound.operation';
import { cancelScheduled } from './cancelScheduled.operation';
import { cancelScheduledEmail } from './cancelScheduledEmail.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { getEmail } from './getEmail.operation';
import { send } from './send.operation';

export const name = 'Message';

export const operations = {
	addInbound,
	cancelScheduled,
	cancelScheduledEmail,
	get,
	getAll,
	getEmail,
	send,
};
