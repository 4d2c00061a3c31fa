import type { INodeProperties } from 'n8n-workflow';

/** Fields of the messages of WhatsAble's bot and of the Notifier. */
export const botText: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	description: 'The message',
};

export const attachmentUrl: INodeProperties = {
	displayName: 'Attachment URL',
	name: 'attachmentUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/house.jpg',
	description: 'Public HTTPS address of a file that is sent along',
};

export const filename: INodeProperties = {
	displayName: 'File Name',
	name: 'filename',
	type: 'string',
	default: '',
	placeholder: 'e.g. lease.pdf',
	description: 'Name of the file, with its extension',
};
