import type { ItemOperation } from '../../core/operation/operation';
import type { WiseAgentClient } from '../api/client';

/** Declares one operation of the Wise Agent node. */
export function operation(definition: ItemOperation<WiseAgentClient>): ItemOperation<WiseAgentClient> {
	return definition;
}
