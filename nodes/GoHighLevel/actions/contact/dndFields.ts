import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** HighLevel calls a channel active on which nothing may be sent. */
export const DND_STATUSES = [
	{ name: 'Active (Do Not Disturb)', value: 'active', description: 'Nothing is sent on this channel' },
	{ name: 'Inactive (May Be Contacted)', value: 'inactive' },
	{
		name: 'Permanent',
		value: 'permanent',
		description: 'Nothing is sent, and the contact cannot be set back',
	},
];

const CHANNELS: INodePropertyOptions[] = [
	{ name: 'Call', value: 'Call' },
	{ name: 'Email', value: 'Email' },
	{ name: 'Facebook', value: 'FB' },
	{ name: 'Google Business', value: 'GMB' },
	{ name: 'SMS', value: 'SMS' },
	{ name: 'WhatsApp', value: 'WhatsApp' },
];

/** What may be sent, channel by channel, under HighLevel's own name. */
export function dndChannels(
	displayName: string,
	description: string,
	statuses: INodePropertyOptions[],
): INodeProperties {
	return {
		displayName,
		name: 'dndSettings',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Channel',
		default: {},
		description,
		options: [
			{
				displayName: 'Channel',
				name: 'channels',
				values: [
					{
						displayName: 'Channel',
						name: 'channel',
						type: 'options',
						options: CHANNELS,
						default: 'SMS',
					},
					{
						displayName: 'Code',
						name: 'code',
						type: 'string',
						default: '',
						description: 'Reason code to store with the setting',
					},
					{
						displayName: 'Message',
						name: 'message',
						type: 'string',
						default: '',
						description: 'Reason to store with the setting',
					},
					{
						displayName: 'Status',
						name: 'status',
						type: 'options',
						options: statuses,
						default: 'active',
					},
				],
			},
		],
	};
}
