import { KeyedQueue } from './keyedQueue';
import { lastDigitsOf } from '../values/phones';

/** Items for the same person wait for each other, so that the second one finds what the first one created. */
const people = new KeyedQueue();

/**
 * Runs `work` when nothing else is being written for one of these e-mails or phones.
 *
 * @param account whose contacts these are; persons of different accounts do not wait for each other
 */
export async function forPerson<T>(
	account: string,
	{ emails, phones }: { emails: string[]; phones: string[] },
	work: () => Promise<T>,
	signal?: AbortSignal,
): Promise<T> {
	// Different ways of writing a phone end in the same digits; a needless wait does no harm.
	const keys = [
		...emails.map((email) => `${account}/email/${email.toLowerCase()}`),
		...phones.map((phone) => `${account}/phone/${lastDigitsOf(phone)}`),
	];
	return await people.run(keys, work, signal);
}
