import { KeyedQueue } from '../../core/account/keyedQueue';
import { lastDigitsOf } from '../../core/values/phones';
import type { WhatsAbleClient } from './client';

const people = new KeyedQueue();

/**
 * Runs `work` when everything that was begun earlier for this person has ended, so that messages arrive in the order of
 * the items, and changes of a contact are not mixed.
 *
 * @param phone E.164
 */
export async function inTurn<T>(api: WhatsAbleClient, phone: string, work: () => Promise<T>): Promise<T> {
	return await people.run([`${api.access.budgetKey}/${lastDigitsOf(phone)}`], work, api.options.signal);
}
