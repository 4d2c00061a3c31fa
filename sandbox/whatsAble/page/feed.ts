import type { Hub } from '../hub';
import { teammatesOf } from '../messages/chat';
import type { ContactRecord, MessageRecord, ScheduledRecord } from '../records';
import type { WhatsAbleState } from '../state';
import type { WebhookDelivery } from '../webhooks/webhooks';

/** Messages of the open conversation that are shown. */
const SHOWN_MESSAGES = 300;
/** Requests and webhooks that are shown. */
const SHOWN_LINES = 40;

/** What the page shows: all conversations in short, and the open one in full. */
export function feed(hub: Hub, openId: string | undefined): object {
	const { state } = hub;
	const open = openId === undefined ? undefined : state.contacts.get(openId);
	return {
		url: hub.url,
		nowMs: hub.clock.nowMs,
		teammates: teammatesOf(state),
		conversations: [...state.contacts.values()]
			.map((contact) => conversation(state, contact))
			.sort((a, b) => b.lastAtMs - a.lastAtMs),
		open: open ? openConversation(state, open) : null,
		registrations: hub.webhooks.registry.list().map(({ id, source, url, incoming, outgoing, signature }) => ({
			id,
			source,
			url,
			incoming,
			outgoing,
			isSigned: signature !== null,
		})),
		deliveries: hub.webhooks.deliveries.slice(-SHOWN_LINES).reverse().map(deliveryLine),
		requests: hub.log.entries
			.slice(-SHOWN_LINES)
			.reverse()
			.map(({ number, at, method, path, status, fault }) => ({ number, at, method, path, status, fault })),
		faults: hub.faults.list(),
		settings: hub.settings,
	};
}

function conversation(state: WhatsAbleState, contact: Readonly<ContactRecord>) {
	const messages = state.conversation(contact.id);
	const last = messages.at(-1);
	return {
		id: contact.id,
		product: contact.product,
		phone: contact.phone,
		name: contact.name,
		isGroup: contact.isGroup,
		incoming: messages.filter(({ direction }) => direction === 'incoming').length,
		last: last ? preview(last) : null,
		lastAtMs: last?.atMs ?? 0,
		windowEndsAtMs: state.windowEndsAtMs(contact),
	};
}

function preview({ type, text, direction, status }: Readonly<MessageRecord>): object {
	return { type, text, direction, status };
}

function openConversation(state: WhatsAbleState, contact: Readonly<ContactRecord>): object {
	return {
		...contact,
		windowEndsAtMs: state.windowEndsAtMs(contact),
		messages: state.conversation(contact.id).slice(-SHOWN_MESSAGES),
		scheduled: state.scheduled.inGroup(contact.id).map(scheduledLine),
	};
}

function scheduledLine({
	id,
	draft,
	dueAtMs,
	conditions,
	status,
	reason,
}: Readonly<ScheduledRecord>): object {
	const { text, type, template } = draft;
	return { id, text, type, template: template?.name ?? null, dueAtMs, conditions, status, reason };
}

/** Without the body, which the controls tell. */
function deliveryLine({ webhookId, type, url, at, status, tries }: Readonly<WebhookDelivery>): object {
	const last = tries.at(-1);
	return { webhookId, type, url, at, status, tries: tries.length, outcome: last?.error ?? last?.status };
}
