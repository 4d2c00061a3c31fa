import { Failure } from '../failure';

/** What may have been done all the same, in the words of its kind. */
export interface MayBe {
	/** "the message may have been sent" */
	mayBe: string;
	/** What to do now. */
	remedy: string;
}

/** As `gaveUp` says it of any change. */
const ANY_CHANGE = 'the change may have happened';
const LOOK = /^Look in .*? before you run this item again\./;

/** The failure of something that was sent and whose response says nothing certain, in the words of its kind. */
export function perhapsSent(
	{ message, remedy = '', details }: Failure,
	{ mayBe, remedy: own }: MayBe,
): Failure {
	if (message.includes(ANY_CHANGE)) {
		// What it says of the host stays.
		return new Failure(message.replace(ANY_CHANGE, mayBe), remedy.replace(LOOK, own), details);
	}
	const first = mayBe.charAt(0).toUpperCase() + mayBe.slice(1);
	return new Failure(message, `${remedy} ${first}. ${own}`.trim(), { ...details, mayHaveHappened: true });
}

/** What is said of a message that may have been sent: it is for the operator to look. @param where "in the chat" */
export function notSentAgain(where: string): string {
	return `It was not sent again. Look ${where} whether it is there before you run this item again.`;
}
