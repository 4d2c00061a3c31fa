import type { ItemOperation } from '../../core/operation/operation';
import type { WhatsAbleClient } from '../api/client';

/** Declares one operation of the WhatsAble node. Its keys have no scopes. */
export function operation(
	definition: Omit<ItemOperation<WhatsAbleClient>, 'scopes'>,
): ItemOperation<WhatsAbleClient> {
	return { ...definition, scopes: [] };
}
