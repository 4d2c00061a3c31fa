import type { IDataObject } from 'n8n-workflow';

import type { HighLevelClient } from '../client';
import { undefinedWhenRefused } from '../errors';
import { knownList, notPartOf } from '../knownList';
import { kindOf } from './kit';

/** A reason for which opportunities are lost, as HighLevel answers it; only what this package looks at is named. */
interface LostReason extends IDataObject {
	id: string;
	name: string;
}

const lostReason = kindOf<LostReason, 'lostReasonId'>({
	path: '/opportunities/lost-reason',
	id: 'lostReasonId',
	many: 'lostReasons',
	read: 'opportunities.readonly',
});

const { list } = lostReason.pages({ size: 100, skipped: 'skip' });

export const lostReasons = { list };

const known = knownList('lost reasons', async (api: HighLevelClient, _: 'all') => await list(api, {}));

/**
 * Throws a `Failure` for a lost reason that the location does not have; a token that may not read them leaves that to
 * HighLevel.
 *
 * @param label of the field
 */
export async function checkLostReason(
	api: HighLevelClient,
	lostReasonId: string,
	label: string,
): Promise<void> {
	const isThere = (all: LostReason[]) => all.some(({ id }) => id === lostReasonId);
	const all = await known.having(api, 'all', isThere).catch(undefinedWhenRefused);
	if (all && !isThere(all)) throw notPartOf('this location', { label, id: lostReasonId, choices: all });
}
