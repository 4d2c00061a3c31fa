import type { DndChannel } from '../state/records';

interface Channel {
	/** As messages name it. */
	messageType: string;
	/** Its number; those of RCS and TikTok are not published. */
	type: number;
	/** As webhooks name it. */
	event: string;
	/** The setting of Do Not Disturb that it obeys; the channels without one obey the general one alone. */
	dnd?: DndChannel;
	/** As the export names it. */
	exported?: string;
}

/** By the type that a request names. Source: official specifications, and messages that public clients show. */
export const CHANNELS = {
	SMS: { messageType: 'TYPE_SMS', type: 2, event: 'SMS', dnd: 'sms', exported: 'SMS' },
	RCS: { messageType: 'TYPE_RCS', type: 61, event: 'RCS' },
	Email: { messageType: 'TYPE_EMAIL', type: 3, event: 'Email', dnd: 'email', exported: 'Email' },
	WhatsApp: {
		messageType: 'TYPE_WHATSAPP',
		type: 19,
		event: 'WhatsApp',
		dnd: 'whatsApp',
		exported: 'WhatsApp',
	},
	IG: { messageType: 'TYPE_INSTAGRAM', type: 18, event: 'IG', exported: 'Instagram' },
	FB: { messageType: 'TYPE_FACEBOOK', type: 11, event: 'FB', dnd: 'fb', exported: 'Facebook' },
	Custom: { messageType: 'TYPE_CUSTOM_SMS', type: 20, event: 'Custom' },
	Live_Chat: { messageType: 'TYPE_LIVE_CHAT', type: 29, event: 'Live Chat' },
	TIKTOK: { messageType: 'TYPE_TIKTOK', type: 62, event: 'TikTok' },
	GMB: { messageType: 'TYPE_GMB', type: 14, event: 'GMB', dnd: 'gmb' },
	WebChat: { messageType: 'TYPE_WEBCHAT', type: 5, event: 'Web Chat' },
	Call: { messageType: 'TYPE_CALL', type: 1, event: 'CALL', dnd: 'call', exported: 'Call' },
} as const satisfies Record<string, Channel>;

export type ChannelName = keyof typeof CHANNELS;

export const channelOf = (name: ChannelName): Channel => CHANNELS[name];

/** Channels of which a message can be sent. */
export const SENT_CHANNELS = [
	'SMS',
	'RCS',
	'Email',
	'WhatsApp',
	'IG',
	'FB',
	'Custom',
	'Live_Chat',
	'TIKTOK',
] as const satisfies readonly ChannelName[];

/** Of which one can be added that came by another way. The specifications name more, of which nothing else is known. */
export const ADDED_CHANNELS = [
	'SMS',
	'RCS',
	'Email',
	'WhatsApp',
	'GMB',
	'IG',
	'FB',
	'Custom',
	'WebChat',
	'Live_Chat',
	'Call',
	'TIKTOK',
] as const satisfies readonly ChannelName[];
