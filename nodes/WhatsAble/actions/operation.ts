import type { ItemOperation } from '../../core/operation/operation';
import type { WhatsAbleClient } from '../api/client';

/** Declares one operation of the WhatsAble node. */
export function operation(definition: ItemOperation<WhatsAbleClient>): ItemOperation<WhatsAbleClient> {
	return definition;
}
