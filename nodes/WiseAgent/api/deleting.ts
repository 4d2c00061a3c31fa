import type { Memory } from '../../core/account/account';
import { Failure } from '../../core/failure';
import { optional, request } from '../../core/operation/request';
import type { WiseAgentClient } from './client';
import { NotFound } from './errors';
import { removeWebhook } from './records/webhooks';

/**
 * A request that deletes a task or a call; see `deleteRecord`.
 *
 * @param idName the parameter that holds the id
 */
export function deleting(requestType: string, idName: string, ...scopes: string[]) {
	return request(
		{ endpoint: `DELETE ${requestType}`, scopes, further: [optional(removeWebhook)] },
		async (api: WiseAgentClient, id: string) => await deleteRecord(api, requestType, idName, id),
	);
}

/** Under which request type a kind of records was deleted last. */
const DELETED_AS: Memory<Map<string, string>> = { name: 'ways to delete', create: () => new Map() };

/**
 * Deletes a task or a call. For these, the documentation prints the request type of webhooks, which is most likely a
 * slip; so the own one is tried first, then the printed one, where the name of the id tells what is meant.
 */
async function deleteRecord(
	api: WiseAgentClient,
	requestType: string,
	idName: string,
	id: string,
): Promise<void> {
	const known = api.account.memory(DELETED_AS);
	const ways = known.get(requestType) === 'webhooks' ? ['webhooks', requestType] : [requestType, 'webhooks'];
	let refusal: Failure | undefined;
	for (const way of ways) {
		try {
			await api.write('DELETE', way, { query: { [idName]: id }, record: `${requestType}/${id}` });
			known.set(requestType, way);
			return;
		} catch (error) {
			if (!(error instanceof Failure) || error instanceof NotFound || !isRefusal(error)) {
				throw refusal ?? error;
			}
			refusal ??= error;
		}
	}
	throw refusal ?? new NotFound(`${id} was not found`);
}

/** Wise Agent has answered, and refused: no page, no lost answer, no token that is not accepted. */
function isRefusal({ details }: Failure): boolean {
	return details.requestType !== undefined && !details.mayHaveHappened && details.scopes === undefined;
}
