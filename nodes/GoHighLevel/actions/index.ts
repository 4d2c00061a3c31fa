import type { Catalogue } from '../../core/operation';
import type { HighLevelClient } from '../api/client';
import * as business from './business';
import * as contact from './contact';
import * as customApiCall from './customApiCall';
import * as note from './note';
import * as tag from './tag';
import * as task from './task';
import * as user from './user';

/** Everything that the node can do: resource -> operation. */
export const catalogue: Catalogue<HighLevelClient> = {
	business,
	contact,
	customApiCall,
	note,
	tag,
	task,
	user,
};
