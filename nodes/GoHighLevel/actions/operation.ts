import type { BatchOperation, ItemOperation } from '../../core/operation/operation';
import type { HighLevelClient } from '../api/client';

/** Declares one operation of the HighLevel node. */
export function operation(definition: ItemOperation<HighLevelClient>): ItemOperation<HighLevelClient> {
	return definition;
}

/** Declares an operation that does many items in one call. */
export function batchOperation(definition: BatchOperation<HighLevelClient>): BatchOperation<HighLevelClient> {
	return definition;
}
