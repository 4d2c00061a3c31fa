import type { MovableClock } from '../clock';
import type { SandboxSettings } from '../options';
import type { ContactRecord, DeliveryStatus, Draft, MessageRecord } from '../records';
import type { WhatsAbleState } from '../state';

/** Worded like the failure in a sample of the published Zapier app; the codes are from Meta's list. */
const NOT_ON_WHATSAPP = 'Message undeliverable.. Error code is 131026';
const WINDOW_CLOSED =
	'Message failed to send because more than 24 hours have passed since the customer last replied to this number.. ' +
	'Error code is 131047';

/** Sends messages and carries them through their states. */
export class Outbox {
	/** Told of each message that is sent. */
	onMessage?: (message: Readonly<MessageRecord>) => void;

	constructor(
		private readonly state: WhatsAbleState,
		private readonly clock: MovableClock,
		private readonly settings: SandboxSettings,
	) {}

	/** Sends; nothing is checked any more.
	 * @param wasScheduled whether it had been waiting for its time */
	send(contact: Readonly<ContactRecord>, draft: Draft, wasScheduled = false): Readonly<MessageRecord> {
		const message: MessageRecord = {
			location: null,
			...draft,
			id: this.state.newMessageId(contact.phone),
			contactId: contact.id,
			direction: 'outgoing',
			referral: null,
			atMs: this.clock.nowMs,
			status: 'sent',
			deliveredAtMs: null,
			readAtMs: null,
			failure: null,
			wasScheduled,
		};
		this.state.messages.set(message.id, message);
		this.follow(message);
		this.onMessage?.(message);
		return message;
	}

	/** Takes care of what is still to happen to a message of the business. */
	follow(message: Readonly<MessageRecord>): void {
		const { id, atMs, status, deliveredAtMs } = message;
		const { deliveredAfterMs, readAfterMs } = this.settings;
		if (status === 'sent' && deliveredAfterMs !== null) {
			const failure = this.failureOf(message);
			this.clock.at(atMs + deliveredAfterMs, () => this.arrive(id, failure));
		} else if (status === 'delivered' && readAfterMs !== null) {
			this.clock.at((deliveredAtMs ?? atMs) + readAfterMs, () => {
				if (this.state.messages.get(id)?.status === 'delivered') this.setStatus(id, 'read');
			});
		}
	}

	/** Moves a message of the business on to a state, with the states before it.
	 * @throws Error when there is no such message, or it came from a contact */
	setStatus(id: string, status: DeliveryStatus, failure: string | null = null): Readonly<MessageRecord> {
		const message = this.state.messages.get(id);
		if (!message || message.direction === 'incoming')
			throw new Error(`The sandbox has sent no message ${id}`);
		const nowMs = this.clock.nowMs;
		const isDelivered = status === 'delivered' || status === 'read';
		return this.state.updateMessage(id, {
			status,
			deliveredAtMs: isDelivered ? (message.deliveredAtMs ?? nowMs) : null,
			readAtMs: status === 'read' ? (message.readAtMs ?? nowMs) : null,
			failure: status === 'failed' ? (failure ?? NOT_ON_WHATSAPP) : null,
		});
	}

	/** Marks everything as read that a contact has got. */
	markRead(contactId: string): void {
		for (const { id, direction, status } of this.state.conversation(contactId)) {
			if (direction === 'outgoing' && (status === 'sent' || status === 'delivered'))
				this.setStatus(id, 'read');
		}
	}

	private arrive(id: string, failure: string | null): void {
		// By hand, or by a reply, it may have got further in the meantime.
		if (this.state.messages.get(id)?.status !== 'sent') return;
		if (failure !== null) this.setStatus(id, 'failed', failure);
		else this.follow(this.setStatus(id, 'delivered'));
	}

	private failureOf({ contactId, template, wasByHuman }: Readonly<MessageRecord>): string | null {
		const contact = this.state.contacts.get(contactId);
		if (!contact?.isOnWhatsApp) return NOT_ON_WHATSAPP;
		// What is written on the phone is not bound to the 24 hours, and the inbox has checked them.
		const isBound = contact.product === 'notifyer' && template === null && !wasByHuman;
		return isBound && this.state.windowEndsAtMs(contact) === null ? WINDOW_CLOSED : null;
	}
}
