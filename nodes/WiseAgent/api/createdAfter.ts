import type { Age } from '../../core/sending/creating';
import { recordAge } from '../../core/sending/recordAge';
import type { WiseAgentClient } from './client';

/** So much Arizona is behind UTC, the whole year. */
const ARIZONA_BEHIND_MS = 7 * 60 * 60_000;

/**
 * Whether Wise Agent added a record since a moment of this machine's clock. It does not document in which zone it writes
 * its times: what is told without one is taken for Arizona's or UTC.
 *
 * @param addedAt as records are cleaned: ISO 8601
 */
export function ageOf(api: WiseAgentClient, addedAt: unknown, startedAt: number): Age {
	return recordAge(addedAt, {
		startedAt: api.account.serverTime(startedAt),
		now: api.account.serverTime(Date.now()),
		tellsZone: false,
		offsetsMs: [-ARIZONA_BEHIND_MS],
	});
}
