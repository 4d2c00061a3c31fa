import type { Catalogue } from '../../core/operation';
import type { HighLevelClient } from '../api/client';
import * as business from './business';
import * as campaign from './campaign';
import * as contact from './contact';
import * as customApiCall from './customApiCall';
import * as location from './location';
import * as note from './note';
import * as tag from './tag';
import * as task from './task';
import * as user from './user';
import * as workflow from './workflow';

/** Everything that the node can do: resource -> operation. */
export const catalogue: Catalogue<HighLevelClient> = {
	business,
	campaign,
	contact,
	customApiCall,
	location,
	note,
	tag,
	task,
	user,
	workflow,
};
