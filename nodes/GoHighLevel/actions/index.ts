import type { Catalogue } from '../../core/operation';
import type { HighLevelClient } from '../api/client';
import * as contact from './contact';

/** Everything that the node can do: resource -> operation. */
export const catalogue: Catalogue<HighLevelClient> = {
	contact,
};
