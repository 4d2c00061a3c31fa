import { KeyedQueue } from '../../core/account/keyedQueue';
import type { HighLevelClient } from './client';

const records = new KeyedQueue();

/** Reading, comparing and writing one record is one step: runs `work` when nothing else is at this record. */
export async function alone<T>(api: HighLevelClient, recordId: string, work: () => Promise<T>): Promise<T> {
	return await records.run([`${api.access.budgetKey}/${recordId}`], work, api.signal);
}
