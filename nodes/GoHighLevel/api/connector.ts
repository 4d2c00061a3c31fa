import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';

import type { Connection } from '../../core/operation/run';
import { idOf } from '../../core/values/texts';
import type { Access } from './access/access';
import { openAccess } from './access/openAccess';
import { HighLevelClient } from './client';

/** Opens HighLevel for each item of an execution; the credential is read once for each location. */
export function connector(context: IExecuteFunctions): (connection: Connection) => Promise<HighLevelClient> {
	const accesses = new Map<string, Promise<Access>>();
	return async ({ itemIndex, wholeAccount, ...options }) => {
		const locationId = chosenLocation(context, itemIndex);
		const access = accesses.get(locationId) ?? openAccess(context, locationId, wholeAccount);
		accesses.set(locationId, access);
		return new HighLevelClient(await access, options);
	};
}

/** The location that the node names; a private token belongs to one, and the field is not shown for it. */
function chosenLocation(context: IExecuteFunctions, itemIndex: number): string {
	if (context.getNodeParameter('authentication', 0) !== 'oAuth2') return '';
	// An expression may give nothing.
	return locationIdIn(context.getNodeParameter('locationId', itemIndex, '', { extractValue: true }));
}

/** The id of a location, from the id or from the address of one of its pages; empty when nothing is given. */
export function locationIdIn(given: unknown): string {
	const text = String(given ?? '').trim();
	return /^https?:\/\/[^/]+\/.*location\/([A-Za-z0-9]+)/i.exec(text)?.[1] ?? idOf(text);
}

/** Opens HighLevel for a poll. What it reads names the scopes for itself. */
export async function openForPoll(context: IPollFunctions, timeoutMs: number): Promise<HighLevelClient> {
	const isChosen = context.getNodeParameter('authentication') === 'oAuth2';
	const chosen = isChosen ? context.getNodeParameter('locationId', '', { extractValue: true }) : '';
	const access = await openAccess(context, locationIdIn(chosen));
	return new HighLevelClient(access, { scopes: [], timeoutMs });
}
