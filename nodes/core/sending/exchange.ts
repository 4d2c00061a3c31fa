import type { Failure } from '../failure';
import { unknownUnlessCancelled } from './creating';
import type { Effect } from '../heldBack';
import { heldBack } from '../heldBack';
import type { Answer, HttpRequest, Outcome } from './http';
import type { Channel } from './pacing';
import { Places } from './pacing';
import type { Ending, IfLost } from './retry';
import { Attempts } from './retry';
import type { GivenUp } from './unanswered';
import { gaveUp, unreachable } from './unanswered';

/** What is asked of a service, and how its answers are to be taken. */
export interface Asked {
	request: HttpRequest;
	/** What may be done when it is not known whether it was carried out. */
	ifLost: IfLost;
	/** What it does to the records of the service; none where it only reads. */
	effect?: Effect;
	/** What it writes, by field, where the body holds more than that. */
	written?: unknown;
	/** Names the record that is written to: writes to one keep their order. */
	record?: string;
	/**
	 * Reads each answer as it comes. One that does not say what became of the request, though its status says that all is
	 * well, is as good as lost: then it gives `lost` in its place. It may also give the answer with another body.
	 */
	read(answer: Answer): Outcome;
	/** What the last answer tells, when there was none that speaks for itself. */
	told(last: Answer): Pick<GivenUp, 'isPage' | 'text' | 'details'>;
}

/** An answer that speaks for itself, or what was found of a creation whose answer was lost. */
export type Exchanged =
	| {
			answer: Answer;
			/** An earlier attempt was sent and its answer lost, so this answer may speak of its effect. */
			repeated: boolean;
	  }
	| { found: unknown };

/**
 * The way of one request to a service and of its answer back, the same for all services: waits for a place in the
 * budget, keeps the order of writes to a record, repeats what may be repeated. Throws a `Failure` when no answer came
 * that speaks for itself, `Cancelled` when the execution was cancelled, `HeldBack` for a write in a dry run.
 */
export async function exchange(channel: Channel, asked: Asked): Promise<Exchanged> {
	const { account, signal } = channel;
	if (channel.isDryRun && asked.effect) throw heldBack(asked.effect, asked.written ?? asked.request.body);
	const leave = asked.record === undefined ? undefined : await account.turnToWrite(asked.record, signal);
	try {
		return exchangedIn(await endingOf(channel, asked), channel, asked);
	} finally {
		leave?.();
	}
}

function exchangedIn(ending: Ending, channel: Channel, asked: Asked): Exchanged {
	switch (ending.kind) {
		case 'found':
			return { found: ending.body };
		case 'answer':
			return { answer: ending.answer, repeated: ending.repeated };
		case 'unsent':
			throw unreachable(channel.target, ending.code);
		case 'gaveUp':
			throw failureOf(channel, asked, ending.last, ending.mayHaveHappened && asked.effect !== undefined);
	}
}

async function endingOf(channel: Channel, { request, ifLost, effect, read }: Asked): Promise<Ending> {
	const { account, signal } = channel;
	const changes = effect !== undefined;
	const attempts = new Attempts({ ifLost: surely(ifLost), changes, signal, backoff: account.pace.backoff });
	for (;;) {
		attempts.begin();
		const outcome = await attempt(channel, request).catch((error: unknown) => {
			throw attempts.failed(error);
		});
		const ending = await attempts.next(outcome.kind === 'answer' ? read(outcome) : outcome);
		if (ending) return ending;
	}
}

/** Sends as often as the rate limit makes necessary. */
async function attempt(channel: Channel, request: HttpRequest): Promise<Outcome> {
	const places = new Places(channel);
	for (;;) {
		await places.take();
		let outcome: Outcome | undefined;
		try {
			outcome = await channel.send(request, channel.signal);
		} finally {
			if (outcome === undefined) places.giveBack(undefined);
		}
		if (!places.giveBack(outcome)) return outcome;
	}
}

/** What cannot be looked at is not known. */
function surely(ifLost: IfLost): IfLost {
	if (ifLost.rule !== 'readBack') return ifLost;
	return {
		rule: 'readBack',
		find: async (startedAt) => await ifLost.find(startedAt).catch(unknownUnlessCancelled),
	};
}

function failureOf(
	{ target }: Channel,
	{ ifLost: { rule }, told }: Asked,
	last: Outcome,
	mayHaveHappened: boolean,
): Failure {
	const { isPage, text, details } =
		last.kind === 'answer' ? told(last) : { isPage: false, text: '', details: {} };
	return gaveUp(target, { rule, last, isPage, mayHaveHappened, text, details });
}
