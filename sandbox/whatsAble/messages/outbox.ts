import type { MovableClock } from '../clock';
import type { SandboxSettings } from '../options';
import type { ContactRecord, DeliveryStatus, Draft, MessageRecord } from '../records';
import type { WhatsAbleState } from '../state';

/** Source: sample of the published Zapier app. */
const NOT_ON_WHATSAPP = 'Message undeliverable.. Error code is 131026';
const WINDOW_CLOSED =
	'Message failed to send because more than 24 hours have passed since the customer last replied to this number.. ' +
	'Error code is 131047';

/** Sends messages and carries them through their states. */
export class Outbox {
	/** Told of each message that was sent or received. */
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
		const failure = this.failureOf(contact, draft);
		const { deliveredAfterMs } = this.settings;
		if (deliveredAfterMs !== null) {
			this.clock.at(message.atMs + deliveredAfterMs, () =>
				failure === null ? this.arrive(message.id) : this.setStatus(message.id, 'failed', failure),
			);
		}
		this.onMessage?.(message);
		return message;
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

	private arrive(id: string): void {
		if (this.state.messages.get(id)?.status !== 'sent') return;
		const { deliveredAtMs } = this.setStatus(id, 'delivered');
		const { readAfterMs } = this.settings;
		if (readAfterMs === null) return;
		this.clock.at((deliveredAtMs ?? this.clock.nowMs) + readAfterMs, () => {
			if (this.state.messages.get(id)?.status === 'delivered') this.setStatus(id, 'read');
		});
	}

	private failureOf(contact: Readonly<ContactRecord>, draft: Draft): string | null {
		if (!contact.isOnWhatsApp) return NOT_ON_WHATSAPP;
		const isFree = contact.product === 'notifyer' && draft.template === null;
		return isFree && this.state.windowEndsAtMs(contact) === null ? WINDOW_CLOSED : null;
	}
}
