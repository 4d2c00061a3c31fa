import { DateTime } from 'luxon';
import type { ContactRecord, MessageRecord, ReferralRecord } from '../records';
import type { Home, WhatsAbleState } from '../state';
import type { WebhookSettings } from './settings';

/** Source: public page on message webhooks, "about the last 20". */
const LAST_MESSAGES = 20;

/**
 * What a message webhook says about a message: the conversation as it is just then, latest message first.
 * There is no id of the message in it. Source: public pages on message webhooks; samples of the published Zapier app.
 */
export function payloadOf(
	state: WhatsAbleState,
	settings: WebhookSettings,
	message: Readonly<MessageRecord>,
): object {
	const contact = state.contacts.get(message.contactId);
	if (!contact) throw new Error(`The sandbox has no contact ${message.contactId}`);
	const conversation = new Conversation(state.conversation(contact.id), settings);
	const shared = {
		...conversation.summary(),
		phone_number: phoneNumber(settings, contact, message),
		user_id: state.home.userId,
		message_type: message.type,
	};
	if (contact.product === 'notifier') return { ...shared, business_info: state.home.business };
	const ofBots = {
		...shared,
		...conversation.times(),
		recipient_name: contact.name,
		attachment_url: message.media?.link ?? null,
		note: contact.note,
		note_automation: contact.noteAutomation,
		labels: contact.labels.join(', '),
	};
	if (contact.product === 'whatsable') return ofBots;
	return {
		...ofBots,
		incoming_message: message.direction === 'incoming',
		send_by: message.sendBy,
		was_message_by_human: message.wasByHuman,
		is_scheduled: message.wasScheduled,
		scheduled_messages: scheduledText(state, contact),
		...referralPart(state.home, settings, contact, message),
	};
}

class Conversation {
	private readonly latestFirst: ReadonlyArray<Readonly<MessageRecord>>;

	constructor(
		messages: ReadonlyArray<Readonly<MessageRecord>>,
		private readonly settings: WebhookSettings,
	) {
		this.latestFirst = [...messages].reverse();
	}

	summary(): object {
		const recent = this.latestFirst.slice(0, LAST_MESSAGES);
		const items = recent.map(item);
		return {
			last_messages: this.settings.lastMessages === 'text' ? JSON.stringify(items) : items,
			conversation_paragraph: recent.map(sentence).join(' ; '),
			last_message_of_user: this.last('incoming')?.text ?? '',
			last_message_of_bot: this.last('outgoing')?.text ?? '',
		};
	}

	/** 0 stands for none. */
	times(): object {
		const unitMs = this.settings.timeUnit === 's' ? 1000 : 1;
		const time = (message?: Readonly<MessageRecord>) => Math.floor((message?.atMs ?? 0) / unitMs);
		return {
			user_last_message_time: time(this.last('incoming')),
			bot_last_message_time: time(this.last('outgoing')),
		};
	}

	private last(direction: MessageRecord['direction']): Readonly<MessageRecord> | undefined {
		return this.latestFirst.find((message) => message.direction === direction);
	}
}

function item(message: Readonly<MessageRecord>): object {
	return {
		type: message.direction === 'incoming' ? 'user' : 'bot',
		content: contentOf(message),
		timestamp: new Date(message.atMs).toISOString(),
		content_type: message.type,
		...(message.media ? { media_url: message.media.link } : {}),
	};
}

/** Where a location is is not documented to be told; the two numbers are ours. */
function contentOf({ text, location }: Readonly<MessageRecord>): string {
	return location && text === '' ? `${location.latitude},${location.longitude}` : text;
}

/** `User (10:08:11 PM): Hello`; a file without a text is named by its kind. */
function sentence(message: Readonly<MessageRecord>): string {
	const who = message.direction === 'incoming' ? 'User' : 'Bot';
	const time = DateTime.fromMillis(message.atMs, { zone: 'utc', locale: 'en-US' }).toFormat('h:mm:ss a');
	const kind = `[${message.type.charAt(0).toUpperCase()}${message.type.slice(1)}]`;
	return `${who} (${time}): ${contentOf(message) || kind}`;
}

function phoneNumber(
	{ phoneNumber: form }: WebhookSettings,
	{ phone, product, isGroup }: Readonly<ContactRecord>,
	{ direction }: Readonly<MessageRecord>,
): string | number {
	if (isGroup) return phone;
	if (form === 'number') return Number(phone);
	if (form === 'text') return phone;
	if (product !== 'notifyer') return `+${phone}`;
	return direction === 'incoming' ? phone : Number(phone);
}

function scheduledText(state: WhatsAbleState, contact: Readonly<ContactRecord>): string {
	const waiting = state.scheduled.inGroup(contact.id).filter(({ status }) => status === 'waiting');
	return waiting.map(({ draft }, index) => `Message ${index + 1}: "${draft.text}"`).join(' ');
}

function referralPart(
	home: Home,
	{ referralIn }: WebhookSettings,
	contact: Readonly<ContactRecord>,
	message: Readonly<MessageRecord>,
): object {
	const { referral } = message;
	if (!referral) return {};
	return referralIn === 'payload' ? { referral } : cloudApiEnvelope(home, contact, message, referral);
}

/** The shape of Meta's own webhooks. Source: public page on message webhooks. */
function cloudApiEnvelope(
	{ businessNumber }: Home,
	{ name, phone }: Readonly<ContactRecord>,
	{ id, atMs, text }: Readonly<MessageRecord>,
	referral: ReferralRecord,
): object {
	const value = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: businessNumber, phone_number_id: '1070000000000001' },
		contacts: [{ profile: { name }, wa_id: phone }],
		messages: [
			{
				from: phone,
				id,
				timestamp: String(Math.floor(atMs / 1000)),
				type: 'text',
				text: { body: text },
				referral,
			},
		],
	};
	return {
		object: 'whatsapp_business_account',
		entry: [{ id: '1824000000000001', changes: [{ field: 'messages', value }] }],
	};
}
