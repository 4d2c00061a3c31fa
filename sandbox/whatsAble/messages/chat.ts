import type { Hub } from '../hub';
import { recipientDigits } from '../phone';
import type {
	LocationRecord,
	MediaRecord,
	MessageRecord,
	MessageType,
	Product,
	ReferralRecord,
} from '../records';
import type { WhatsAbleState } from '../state';
import { isWindowClosed } from './sending';

/** A file, by its content or by an address that it can be fetched from. */
export type ChatFile =
	{ link: string; name?: string } | { name: string; mimeType: string; contentBase64: string };

/** Who may have sent a message of the business that no program sent: somebody on the phone, or in the inbox. */
export function teammatesOf({ home }: WhatsAbleState): string[] {
	return ['WhatsApp App', ...Object.values(home.teammates)];
}

/** What a person writes in WhatsApp. */
export interface ChatMessage {
	/** Number of the contact; `+` may be there. */
	phone: string;
	/** `text` unless told, or unless there is a file or a location. */
	type?: MessageType;
	/** Text or caption; of a voice message the words that are spoken. */
	text?: string;
	file?: ChatFile;
	location?: LocationRecord;
}

export interface IncomingMessage extends ChatMessage {
	/** Whom it is for; `notifyer` unless told. */
	product?: Product;
	/** The sender's name in WhatsApp, for a new contact. */
	name?: string;
	/** The ad that the sender came from; `true` takes one for granted. */
	referral?: true | ReferralRecord;
}

export interface TeammateMessage extends ChatMessage {
	/** A teammate's name, or `WhatsApp App`, the default: written on the phone. */
	sendBy?: string;
}

/** Source: public page on message webhooks, without the texts. */
const AN_AD: ReferralRecord = {
	source_type: 'ad',
	source_id: '52540000000002',
	source_url: 'https://www.instagram.com/p/example2/',
	headline: 'Find your next home',
	body: 'Write to us and see it this week.',
	media_type: 'image',
	image_url: 'https://scontent.example.com/v/home.jpg',
	ctwa_clid: 'AfhExampleClickId0000000002',
};

/** Lets a contact write. A new number makes a contact; a reply shows that what was sent before has been read.
 * @throws Rejection when the number cannot exist; Error when there is nothing in the message */
export function receive(hub: Hub, incoming: IncomingMessage): Readonly<MessageRecord> {
	const { product = 'notifyer', name = '', referral } = incoming;
	const content = contentOf(hub, incoming);
	const phone = recipientDigits(incoming.phone);
	const known = hub.state.contact(product, phone) ?? hub.state.addContact({ product, phone, name });
	const nowMs = hub.clock.nowMs;
	hub.outbox.markRead(known.id);
	const message: MessageRecord = {
		...content,
		id: hub.state.newMessageId(phone),
		contactId: known.id,
		direction: 'incoming',
		text: content.type === 'audio' ? `[Audio transcription]: ${content.text}` : content.text,
		template: null,
		referral: referral === true ? AN_AD : (referral ?? null),
		atMs: nowMs,
		status: 'read',
		deliveredAtMs: nowMs,
		readAtMs: nowMs,
		failure: null,
		sendBy: '',
		wasByHuman: true,
		wasScheduled: false,
	};
	hub.state.messages.set(message.id, message);
	hub.state.updateContact(known.id, {
		lastIncomingAtMs: nowMs,
		isOnWhatsApp: true,
		name: known.name === '' ? name : known.name,
	});
	hub.webhooks.announce(message);
	return message;
}

/** Lets a person of the business write to a contact of Notifyer.
 * @throws Rejection when the number cannot exist; Error when there is nothing in the message, or the 24 hours are over
 * and it does not come from the phone */
export function writeAsTeammate(hub: Hub, outgoing: TeammateMessage): Readonly<MessageRecord> {
	const { sendBy = 'WhatsApp App' } = outgoing;
	const content = contentOf(hub, outgoing);
	const phone = recipientDigits(outgoing.phone);
	if (sendBy !== 'WhatsApp App' && isWindowClosed(hub, 'notifyer', phone)) {
		throw new Error('The 24 hours are over: the inbox can only send a template now');
	}
	const contact = hub.state.ensureContact('notifyer', phone);
	return hub.outbox.send(contact, { ...content, template: null, sendBy, wasByHuman: true });
}

type Content = {
	type: MessageType;
	text: string;
	media: MediaRecord | null;
	location: LocationRecord | null;
};

function contentOf(hub: Hub, message: ChatMessage): Content {
	const { text = '', file, location } = message;
	const type = message.type ?? (location ? 'location' : file ? 'document' : 'text');
	if (type === 'text' && text.trim() === '') throw new Error('There is nothing in the message');
	if (type === 'location' && !location) throw new Error('A location needs latitude and longitude');
	if (type !== 'text' && type !== 'location' && !file)
		throw new Error(`A message of type ${type} needs a file`);
	const media = file && type !== 'text' && type !== 'location' ? mediaOf(hub, file) : null;
	return { type, text, media, location: type === 'location' ? (location ?? null) : null };
}

function mediaOf({ state, vault, url }: Hub, file: ChatFile): MediaRecord {
	if ('link' in file) return { link: file.link, filename: file.name ?? null };
	const { name, mimeType, contentBase64 } = file;
	const path = vault.store(state.random.id(16), {
		name,
		mimeType,
		content: Buffer.from(contentBase64, 'base64'),
	});
	return { link: `${url}${path}`, filename: name };
}
