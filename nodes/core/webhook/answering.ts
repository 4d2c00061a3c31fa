import type { Clock } from '../wait';
import { systemClock } from '../wait';

/** As much of a server's response to a request as is looked at. */
export interface Answering {
	statusCode: number;
	/** Whether the answer was given, even if nobody was there to receive it. */
	readonly writableEnded: boolean;
	/** Whether its connection is gone. */
	readonly destroyed: boolean;
	once(event: 'finish' | 'close', listener: () => void): unknown;
}

/** How often, and for how long at most, it is looked whether an answer is given to nobody. */
const LOOK_EVERY_MS = 100;
const LOOK_FOR_MS = 5 * 60_000;

/**
 * Waits until a request has been answered, by whoever answers it, and resolves with the status; with `undefined` when
 * it never is. A sender that hung up meanwhile does not know the answer, but it is still told here.
 */
export async function answerTo(response: Answering, clock: Clock = systemClock): Promise<number | undefined> {
	if (!response.destroyed) {
		await new Promise<void>((resolve) => {
			response.once('finish', resolve);
			response.once('close', resolve);
		});
	}
	const until = clock.now() + LOOK_FOR_MS;
	while (!response.writableEnded && clock.now() < until) await clock.sleep(LOOK_EVERY_MS);
	return response.writableEnded ? response.statusCode : undefined;
}
