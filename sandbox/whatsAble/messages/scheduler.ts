import type { MovableClock } from '../clock';
import type { SandboxSettings } from '../options';
import type { ContactRecord, Draft, MessageRecord, ScheduledRecord } from '../records';
import type { WhatsAbleState } from '../state';
import type { Outbox } from './outbox';
import type { Schedule } from './schedule';
import { REPLY_CONDITIONS } from './schedule';

/** Keeps messages until their time, and then sends those whose conditions hold. */
export class Scheduler {
	constructor(
		private readonly state: WhatsAbleState,
		private readonly clock: MovableClock,
		private readonly settings: SandboxSettings,
		private readonly outbox: Outbox,
	) {}

	add(contact: Readonly<ContactRecord>, draft: Draft, { dueAtMs, conditions }: Schedule): void {
		const id = this.state.newNumber();
		const scheduled: ScheduledRecord = {
			id,
			contactId: contact.id,
			draft,
			dueAtMs,
			createdAtMs: this.clock.nowMs,
			conditions,
			status: 'waiting',
			reason: null,
			messageId: null,
		};
		this.state.scheduled.set(String(id), scheduled);
		this.follow(scheduled);
	}

	/** Sees to it that a message is sent when it is due. */
	follow({ id, status, dueAtMs }: Readonly<ScheduledRecord>): void {
		if (status === 'waiting') this.clock.at(dueAtMs, () => this.fire(String(id)));
	}

	private fire(id: string): void {
		const scheduled = this.state.scheduled.get(id);
		const contact = scheduled && this.state.contacts.get(scheduled.contactId);
		if (!scheduled || !contact || scheduled.status !== 'waiting') return;
		const finish = (changes: Partial<ScheduledRecord>): void => {
			this.state.scheduled.set(id, { ...scheduled, ...changes });
		};
		const obstacle = this.obstacle(scheduled, contact);
		if (obstacle !== undefined) return finish({ status: 'skipped', reason: obstacle });
		const isFree = scheduled.draft.template === null && this.settings.closedWindow === 'refused';
		if (isFree && this.state.windowEndsAtMs(contact) === null) {
			return finish({ status: 'refused', reason: 'the 24 hours were over' });
		}
		// What follows from the message must find it among the sent ones.
		finish({ status: 'sent' });
		const { id: messageId } = this.outbox.send(contact, scheduled.draft, true);
		finish({ status: 'sent', messageId });
	}

	/** Why a message is not to be sent although it is due. */
	private obstacle(
		{ conditions: { reply, labels } }: Readonly<ScheduledRecord>,
		contact: Readonly<ContactRecord>,
	): string | undefined {
		if (reply !== null && hasReplied(this.state.conversation(contact.id), reply)) {
			return 'the contact has replied';
		}
		if (labels !== null) {
			const has = labels.labels.some((label) => contact.labels.includes(label));
			if (has !== (labels.kind === 'include')) {
				return labels.kind === 'include' ? 'the contact lacks the label' : 'the contact has the label';
			}
		}
		return undefined;
	}
}

/** Whether a contact replied within the time that a condition looks at. Without a message of the business there is
 * nothing to reply to. */
function hasReplied(conversation: ReadonlyArray<Readonly<MessageRecord>>, condition: string): boolean {
	const isOurs = conversation.map(({ direction }) => direction === 'outgoing');
	const asked = condition === 'never-replied' ? isOurs.indexOf(true) : isOurs.lastIndexOf(true);
	if (asked === -1) return false;
	const untilMs = (conversation[asked]?.atMs ?? 0) + (REPLY_CONDITIONS[condition] ?? 0);
	return conversation.slice(asked).some(({ direction, atMs }) => direction === 'incoming' && atMs <= untilMs);
}
