import type { INodeProperties } from 'n8n-workflow';

export const messageId: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. wamid.HBgLMTQxNTU1NTI2NzEVAgARGBI…',
	description: 'The message_id that a sending operation has put out',
};
