import { KeyedQueue } from '../../core/account/keyedQueue';
import type { WiseAgentClient } from './client';

const records = new KeyedQueue();

/** Reading, comparing and writing one record is one step: runs `work` when nothing else is at this record. */
export async function alone<T>(api: WiseAgentClient, record: string, work: () => Promise<T>): Promise<T> {
	return await records.run([`${api.accountKey}/${record}`], work, api.signal);
}
