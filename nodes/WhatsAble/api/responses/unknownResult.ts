import { Failure } from '../../../core/failure';
import { responseKeys } from './responseKeys';

/** What a request that changes something is for, as far as its errors tell. */
export type Purpose = 'message' | 'contact' | 'webhook';

const WORDS: Record<Purpose, { mayBe: string; remedy: string }> = {
	message: {
		mayBe: 'the message may have been sent',
		remedy: 'It was not sent again. Look in the chat whether it is there before you run this item again.',
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

/** The failure of a request that was answered by something else, and may have been carried out all the same. */
export function perhapsDone(purpose: Purpose, { message, remedy = '', details }: Failure): Failure {
	const { mayBe, remedy: own } = WORDS[purpose];
	const first = mayBe.charAt(0).toUpperCase() + mayBe.slice(1);
	return new Failure(message, `${remedy} ${first}. ${own}`, { ...details, mayHaveHappened: true });
}

/** The failure of a message whose answer was lost, in the words of messages. */
export function perhapsSent({ message, details }: Failure): Failure {
	const { mayBe, remedy } = WORDS.message;
	return new Failure(message.replace('the change may have happened', mayBe), remedy, details);
}
