import type { Catalogue } from '../../core/operation/operation';
import type { WiseAgentClient } from '../api/client';
import * as account from './account';
import * as calendar from './calendar';
import * as call from './call';
import * as category from './category';
import * as contact from './contact';
import * as note from './note';
import * as pipeline from './pipeline';
import * as program from './program';
import * as property from './property';
import * as source from './source';
import * as task from './task';
import * as team from './team';
import * as user from './user';
import * as vendor from './vendor';
import * as webhook from './webhook';

/** Everything that the node can do: resource -> operation. */
export const catalogue: Catalogue<WiseAgentClient> = {
	account,
	calendar,
	call,
	category,
	contact,
	note,
	pipeline,
	program,
	property,
	source,
	task,
	team,
	user,
	vendor,
	webhook,
};
