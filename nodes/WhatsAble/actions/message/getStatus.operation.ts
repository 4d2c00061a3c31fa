import { options } from '../../../core/editor/fields';
import { readMessageStatus } from '../../api/records/messageStatus';
import { operation } from '../operation';
import { messageId } from './messageId';

export const getStatus = operation({
	name: 'Get Status',
	action: 'Get the delivery status of a message',
	description: 'Read whether a message was delivered, read, or failed, and why',
	requests: [readMessageStatus],
	fields: [messageId, options()],
	async execute({ api, params }) {
		return await readMessageStatus(api, params.filled('messageId'));
	},
});
