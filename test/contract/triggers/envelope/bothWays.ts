import { KINDS } from '../../../../nodes/GoHighLevel/events/poll/kinds';
import { webhookEvents } from '../../../../nodes/GoHighLevel/events/webhook/payloads/events';
import { MESSAGE_EVENTS } from '../../../../nodes/WhatsAble/events/webhook/events';
import { POLL_EVENTS } from '../../../../nodes/WiseAgent/events/poll/envelope';
import { webhookEvents as ofWiseAgent } from '../../../../nodes/WiseAgent/events/webhook/events';

/** How a trigger knows an event: whether the record's ID alone makes its key. */
interface Way {
	event: string;
	isOnce: boolean;
}

export interface EventRow {
	system: string;
	event: string;
	webhook: boolean;
	poll: boolean;
	/** Of an event that comes both ways. */
	sameKey?: boolean;
}

/** Events whose webhook does not say for certain that they are what they are. */
const NEVER_CERTAIN = ['HighLevel recordCreated'];

function rowsOf(system: string, webhooks: Way[], polls: Way[]): EventRow[] {
	const names = [...new Set([...webhooks, ...polls].map(({ event }) => event))].sort();
	return names.map((event) => {
		const is = (ways: Way[]) => ways.filter((way) => way.event === event);
		const [webhook, poll] = [is(webhooks), is(polls)];
		const isBoth = webhook.length > 0 && poll.length > 0;
		const isOnce = [...webhook, ...poll].every((way) => way.isOnce);
		return {
			...{ system, event, webhook: webhook.length > 0, poll: poll.length > 0 },
			...(isBoth ? { sameKey: isOnce && !NEVER_CERTAIN.includes(`${system} ${event}`) } : {}),
		};
	});
}

/** Every event of every trigger. */
export const EVENT_ROWS: EventRow[] = [
	...rowsOf(
		'HighLevel',
		[...webhookEvents, { event: 'workflowWebhook', isOnce: false }],
		KINDS.flatMap(({ events }) => events).map(({ value, isOnce }) => ({ event: value, isOnce })),
	),
	...rowsOf(
		'Wise Agent',
		ofWiseAgent,
		Object.entries(POLL_EVENTS).map(([event, { isOnce }]) => ({ event, isOnce })),
	),
	...rowsOf(
		'WhatsAble',
		Object.values(MESSAGE_EVENTS).map((event) => ({ event, isOnce: true })),
		[],
	),
];

/** `event` of those that have one key by webhook and by poll. */
export function sameBothWays(system: string): string[] {
	return EVENT_ROWS.filter((row) => row.system === system && row.sameKey).map(({ event }) => event);
}

/** `event` of those that come both ways, with a key of each. */
export function otherBothWays(system: string): string[] {
	return EVENT_ROWS.filter((row) => row.system === system && row.sameKey === false).map(({ event }) => event);
}
