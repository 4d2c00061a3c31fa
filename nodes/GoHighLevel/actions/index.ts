import type { Catalogue } from '../../core/operation/operation';
import type { HighLevelClient } from '../api/client';
import { accountFor } from './account';
import * as appointment from './appointment';
import * as appointmentNote from './appointmentNote';
import * as business from './business';
import * as calendar from './calendar';
import * as campaign from './campaign';
import * as contact from './contact';
import * as conversation from './conversation';
import * as customApiCall from './customApiCall';
import * as customField from './customField';
import * as customValue from './customValue';
import * as emailTemplate from './emailTemplate';
import * as form from './form';
import * as location from './location';
import * as message from './message';
import * as note from './note';
import * as opportunity from './opportunity';
import * as pipeline from './pipeline';
import * as recurringTask from './recurringTask';
import * as survey from './survey';
import * as tag from './tag';
import * as task from './task';
import * as user from './user';
import * as workflow from './workflow';

/** What is done in a location: resource -> operation. */
const inLocation: Catalogue<HighLevelClient> = {
	appointment,
	appointmentNote,
	business,
	calendar,
	campaign,
	contact,
	conversation,
	customApiCall,
	customField,
	customValue,
	emailTemplate,
	form,
	location,
	message,
	note,
	opportunity,
	pipeline,
	recurringTask,
	survey,
	tag,
	task,
	user,
	workflow,
};

/** Everything that the node can do: resource -> operation. */
export const catalogue: Catalogue<HighLevelClient> = { account: accountFor(inLocation), ...inLocation };
