import type { ChannelName } from '../messages/channels';
import type { ConversationRecord } from '../messages/records';
import { addEmail, addMessage } from '../messages/store';
import type { SandboxState } from '../state/state';
import { addContacts } from './contacts';
import { DEMO } from './demo';

const { locationId, users, conversations: ids, messages, emailMessages } = DEMO;
const HOUR_MS = 3_600_000;

/** What was said: how many hours ago, on which channel, by whom, what. */
type Said = readonly [
	hoursAgo: number,
	channel: ChannelName,
	by: 'contact' | 'user' | 'workflow',
	text: string,
];

const SAID: ReadonlyArray<{ id: string; said: readonly Said[]; more?: Partial<ConversationRecord> }> = [
	{
		id: ids.viewing,
		more: { assignedTo: users.ben },
		said: [
			[49, 'SMS', 'workflow', 'Thanks for visiting our open house. Which of the homes did you like?'],
			[48, 'SMS', 'contact', 'The loft by the harbor. Can I see it again?'],
			[47, 'SMS', 'user', 'Of course. Thursday at 3?'],
			[3, 'SMS', 'contact', 'Thursday works, see you there.'],
		],
	},
	{
		id: ids.offer,
		more: { assignedTo: users.amelia, starred: true },
		said: [[30, 'SMS', 'user', 'The seller has looked at your offer. I have sent you an email.']],
	},
	{
		id: ids.question,
		said: [
			[26, 'WhatsApp', 'contact', 'Is the garden flat still available?'],
			[25, 'WhatsApp', 'user', 'It is. Would you like to see it?'],
			[2, 'WhatsApp', 'contact', 'Yes, tomorrow if possible.'],
		],
	},
	{ id: ids.newsletter, said: [[80, 'SMS', 'workflow', 'Our spring open houses begin on Saturday.']] },
];

/** Adds the demo's conversations, or puts them back as they were, and contacts for them where there are too few. All but
 * one message is in the past, so that searches see it immediately, and no webhook tells of it. */
export function addConversations(state: SandboxState): Array<Readonly<ConversationRecord>> {
	const missing = SAID.length - state.contacts.inGroup(locationId).length;
	if (missing > 0) addContacts(state, missing);
	const contactIds = state.contacts.inGroup(locationId).map(({ id }) => id);
	return state.asHistory(() => {
		removeOld(state);
		return SAID.map(({ id, said, more }, index) => {
			const contactId = contactIds[index] ?? '';
			const started = ago(said[0]?.[0] ?? 0);
			state.add('conversations', { id, locationId, contactId, dateAdded: started, ...more });
			for (const [place, one] of said.entries()) add(state, id, one, place === said.length - 1);
			if (id === ids.offer) addOffer(state, id);
			if (id === ids.newsletter) addScheduled(state, id);
			return state.change('conversations', id, {
				...more,
				unreadCount: id === ids.offer ? 0 : unreadIn(said),
			});
		});
	});
}

function removeOld(state: SandboxState): void {
	const own: string[] = Object.values(ids);
	for (const { id, conversationId } of state.messages.inGroup(locationId)) {
		if (!own.includes(conversationId)) continue;
		for (const email of state.emailMessages.inGroup(id)) state.emailMessages.delete(email.id);
		state.messages.delete(id);
	}
	for (const id of own) state.conversations.delete(id);
}

function add(
	state: SandboxState,
	conversationId: string,
	[hoursAgo, channel, by, body]: Said,
	isLast: boolean,
): void {
	const conversation = state.conversations.get(conversationId);
	if (!conversation) return;
	const dateAdded = ago(hoursAgo);
	const isReply = isLast && conversationId === ids.viewing;
	addMessage(state, conversation, {
		...(isReply ? { id: messages.reply } : {}),
		channel,
		body,
		direction: by === 'contact' ? 'inbound' : 'outbound',
		status: by === 'contact' ? 'delivered' : 'read',
		source: by === 'contact' ? null : by === 'user' ? 'app' : 'workflow',
		userId: by === 'user' ? users.ben : null,
		dateAdded,
	});
}

/** An email of a user, in a thread of its own. */
function addOffer(state: SandboxState, conversationId: string): void {
	const conversation = state.conversations.get(conversationId);
	if (!conversation) return;
	const dateAdded = ago(29);
	const place = { conversationId, contactId: conversation.contactId, locationId };
	state.add('messages', {
		id: messages.email,
		channel: 'Email',
		direction: 'outbound',
		source: 'app',
		dateAdded,
		...place,
	});
	addEmail(
		state,
		conversation,
		{ channel: 'Email', direction: 'outbound', status: 'opened', source: 'app', dateAdded },
		{
			id: emailMessages.listing,
			threadId: messages.email,
			subject: 'Your offer',
			body: '<p>The seller would accept if you could move in before June.</p>',
			from: 'Amelia Hart <amelia@harborview.example>',
			to: [state.contacts.get(conversation.contactId)?.email ?? ''],
		},
	);
}

/** A text that waits for a time in the future. */
function addScheduled(state: SandboxState, conversationId: string): void {
	const conversation = state.conversations.get(conversationId);
	if (!conversation) return;
	addMessage(state, conversation, {
		id: messages.scheduled,
		channel: 'SMS',
		direction: 'outbound',
		body: 'See you on Saturday at ten.',
		source: 'app',
		userId: users.chloe,
		scheduledMs: Date.now() + 72 * HOUR_MS,
		dateAdded: ago(1),
	});
}

function unreadIn(said: readonly Said[]): number {
	return said.at(-1)?.[2] === 'contact' ? 1 : 0;
}

function ago(hours: number): string {
	return new Date(Date.now() - hours * HOUR_MS).toISOString();
}
