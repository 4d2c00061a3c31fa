import { ownValue } from '../../../core/values/ownValue';

/** How a person calls a channel, and what HighLevel calls it elsewhere. */
interface Channel {
	name: string;
	/** The types that its messages have in lists. */
	messageTypes: RegExp;
	/** Its settings of Do Not Disturb, under the names of v2. None: only the general one holds. */
	dnd: readonly string[];
}

/**
 * By the type that is sent. Lists also tell by which way a message went: an SMS may be `TYPE_SMS` or
 * `TYPE_CUSTOM_PROVIDER_SMS`. Source: official specifications, conversations and contacts; `RCS` is a setting of
 * payloads that were seen, and Facebook's is the only one for Meta's chats.
 */
export const CHANNELS = {
	Custom: { name: 'Custom Provider', messageTypes: /CUSTOM|SMS|EMAIL/, dnd: [] },
	Email: { name: 'Email', messageTypes: /EMAIL$/, dnd: ['Email'] },
	FB: { name: 'Facebook', messageTypes: /FACEBOOK$/, dnd: ['FB'] },
	IG: { name: 'Instagram', messageTypes: /INSTAGRAM$/, dnd: ['FB', 'IG'] },
	Live_Chat: { name: 'Live Chat', messageTypes: /LIVE_CHAT|WEBCHAT/, dnd: [] },
	RCS: { name: 'RCS', messageTypes: /RCS|SMS/, dnd: ['SMS', 'RCS'] },
	SMS: { name: 'SMS', messageTypes: /SMS$/, dnd: ['SMS'] },
	TIKTOK: { name: 'TikTok', messageTypes: /TIKTOK$/, dnd: [] },
	WhatsApp: { name: 'WhatsApp', messageTypes: /WHATSAPP$/, dnd: ['WhatsApp'] },
} as const satisfies Record<string, Channel>;

/** As requests name it. */
export type MessageType = keyof typeof CHANNELS;

export function channelOf(type: string): Channel | undefined {
	return ownValue<Channel>(CHANNELS, type);
}

/** What a person calls it; types that cannot be sent go by their own name. */
export function nameOf(type: string): string {
	return ownValue<Channel>(CHANNELS, type)?.name ?? type;
}
