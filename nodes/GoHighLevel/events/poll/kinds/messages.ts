import { changesReadBack } from '../../../../core/polling/readBack';
import type { WindowHead } from '../../../../core/polling/seenWindow';
import { picked } from '../../../../core/operation/simplify';
import type { HighLevelClient } from '../../../api/client';
import type { Message } from '../../../api/conversations/message';
import { MESSAGE_SUMMARY } from '../../../api/conversations/message';
import { newestOfLocation } from '../../../api/conversations/pages';
import type { EventItem, PollKind, PollSettings } from '../kind';
import { SAMPLE_SIZE } from '../kind';
import { timeOf } from '../../../api/answers';

const RECEIVED = 'messageReceived';

/** A message in the list of its location, and when it came into it. */
interface Listed {
	message: Message;
	/** ms since 1970, by HighLevel's clock */
	at: number | undefined;
}

const PAGE_SIZE = 100;

/** HighLevel's clock may run ahead of what its answers have told of it. */
const TOLERANCE_MS = 60_000;

/**
 * Messages of contacts, on all channels but email: HighLevel lists emails by themselves, and as threads, which do not
 * tell that a contact has written another one.
 */
export const messages: PollKind = {
	events: [
		{
			name: 'Message Received',
			value: RECEIVED,
			description: 'A contact sent a message or called, on any channel but email',
			requests: [newestOfLocation],
			isOnce: true,
			tells: ({ id, contactId, dateAdded }) => ({ recordId: id, contactId, at: dateAdded }),
		},
	],
	simplified: [RECEIVED],
	lateness: [
		{
			name: 'messagesNotice',
			text: 'Message Received does not find emails. Messages that were sent count among the 100 that one request reads.',
			events: [RECEIVED],
			rank: 0,
		},
	],
	find: async ({ api, poll, state, settings }) => {
		const { changed, hasMore } = await changesReadBack<Listed>(
			poll,
			state.part<WindowHead>('messages'),
			settings,
			{
				service: 'HighLevel',
				called: 'messages',
				name: 'messages',
				pageSize: PAGE_SIZE,
				readPage: async (place) => {
					const page = await newestOfLocation(api, { limit: PAGE_SIZE, cursor: place as string | undefined });
					return { records: listed(api, page.messages), next: page.next };
				},
				seenAs: ({ message: { id }, at }) => ({ id, changedAt: at, addedAt: at, content: id }),
			},
		);
		const received = changed.filter(({ isNew, record }) => isNew && isReceived(record.message));
		return { items: received.map(({ record }) => itemOf(record.message, settings)), hasMore };
	},
	sample: async (api, settings) => {
		const { messages: newest } = await newestOfLocation(api, { limit: PAGE_SIZE });
		return newest
			.filter(isReceived)
			.slice(0, SAMPLE_SIZE)
			.map((message) => itemOf(message, settings));
	},
};

function isReceived({ direction }: Message): boolean {
	return direction === 'inbound';
}

function itemOf(message: Message, { simplify }: PollSettings): EventItem {
	return {
		event: RECEIVED,
		record: message,
		shown: simplify ? picked(message, MESSAGE_SUMMARY) : message,
	};
}

/**
 * When each message of a page came into the list. What it says itself may be another time: that for which it is
 * scheduled, or one that a program gave it. So it counts as no later than now, and as no earlier than what stands behind
 * it.
 */
function listed(api: HighLevelClient, page: Message[]): Listed[] {
	const latest = api.account.serverTime(Date.now()) + TOLERANCE_MS;
	const times = page.map(({ dateAdded }) => timeOf(dateAdded)).map((at) => at && Math.min(at, latest));
	const [first, last] = [times[0], times[times.length - 1]];
	// In another order, every message would count as new.
	const isUpsideDown = first !== undefined && last !== undefined && first < last;
	let behind: number | undefined;
	const smooth = [...times].reverse().map((at) => {
		behind = at === undefined ? behind : Math.max(at, behind ?? at);
		return behind;
	});
	return page.map((message, place) => ({
		message,
		at: isUpsideDown ? times[place] : smooth[page.length - 1 - place],
	}));
}
