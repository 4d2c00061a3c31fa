import type { Catalogue } from '../../core/operation';
import type { WhatsAbleClient } from '../api/client';
import * as message from './message';

/** Everything that the node can do: resource -> operation. */
export const catalogue: Catalogue<WhatsAbleClient> = {
	message,
};
