import { Failure } from '../../../core/failure';
import { orCancelled, systemClock } from '../../../core/wait';
import type { WhatsAbleClient } from '../client';
import type { MessageStatus, MessageState } from './messageStatus';
import { readMessageStatus } from './messageStatus';
import { making } from '../../../core/operation/request';

export interface Waiting {
	/** What is waited for; a failure ends the waiting as well. */
	until: Extract<MessageState, 'delivered' | 'read'>;
	/** How long to wait at most. */
	limitMs: number;
	/** How long to wait between two looks. */
	intervalMs: number;
}

/** The delivery as it was at the last look; `timed_out` tells whether the time was up before. */
export interface WaitedStatus extends MessageStatus {
	timed_out: boolean;
}

/** Looks at the delivery of a message again and again. Throws `Cancelled` when the execution is cancelled. */
export const waitForDelivery = making(
	readMessageStatus,
	[],
	async (
		api: WhatsAbleClient,
		messageId: string,
		{ until, limitMs, intervalMs }: Waiting,
	): Promise<WaitedStatus> => {
		const endsAt = Date.now() + limitMs;
		for (;;) {
			const isLast = Date.now() + intervalMs > endsAt;
			// A message that has just been sent may not be on record yet.
			const delivery = await readMessageStatus(api, messageId).catch((error: unknown) => {
				if (isLast || !(error instanceof Failure) || error.details.httpCode !== 404) throw error;
			});
			if (delivery && isOver(delivery.delivery, until)) return { ...delivery, timed_out: false };
			if (delivery && isLast) return { ...delivery, timed_out: true };
			await pause(intervalMs, api.options.signal);
		}
	},
);

/** In short sleeps, so that no timer outlives a cancelled execution by much. */
const LONGEST_SLEEP_MS = 1_000;

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
	const until = Date.now() + ms;
	for (let left = ms; left > 0; left = until - Date.now()) {
		await orCancelled(systemClock.sleep(Math.min(left, LONGEST_SLEEP_MS)), signal);
	}
}

function isOver(state: MessageState, until: Waiting['until']): boolean {
	return state === 'failed' || state === 'read' || state === until;
}
