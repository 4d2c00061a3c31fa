import { Failure } from '../../../core/failure';
import type { MayBe } from '../../../core/sending/unanswered';
import { notSentAgain, perhapsSent } from '../../../core/sending/unanswered';
import { responseKeys } from './responseKeys';

/** What a request that changes something is for, as far as its errors tell. */
export type Purpose = 'message' | 'contact' | 'webhook';

const WORDS: Record<Purpose, MayBe> = {
	message: {
		mayBe: 'the message may have been sent',
		remedy: notSentAgain('in the chat'),
	},
	contact: {
		mayBe: 'the change may have been made',
		remedy: 'Look at the contact in the chat. Running this item again does no harm.',
	},
	webhook: {
		mayBe: 'the webhook may have been registered',
		remedy: 'Activate the workflow again, or choose "By Hand" under Registration.',
	},
};

/** For an answer that does not say clearly whether the request was carried out. */
export function unclear(purpose: Purpose, status: number, body: unknown): Failure {
	const { mayBe, remedy } = WORDS[purpose];
	const keys = responseKeys(body);
	return new Failure(
		`WhatsAble's answer does not say what was done (status ${status}): ${mayBe}`,
		`${remedy} The response has: ${keys.join(', ')}. If it was done, report these keys, which hold no data, so that this node learns the response.`,
		{ mayHaveHappened: true, responseKeys: keys },
	);
}

/** The failure of a request whose answer was lost, or came from something else: it may have been carried out. */
export function perhapsDone(purpose: Purpose, failure: Failure): Failure {
	return perhapsSent(failure, WORDS[purpose]);
}
