import type { Catalogue } from '../../core/operation';
import type { HighLevelClient } from '../api/client';
import * as appointment from './appointment';
import * as appointmentNote from './appointmentNote';
import * as calendar from './calendar';
import * as contact from './contact';
import * as customApiCall from './customApiCall';
import * as customField from './customField';
import * as customValue from './customValue';
import * as note from './note';
import * as recurringTask from './recurringTask';
import * as task from './task';

/** Everything that the node can do: resource -> operation. */
export const catalogue: Catalogue<HighLevelClient> = {
	appointment,
	appointmentNote,
	calendar,
	contact,
	customApiCall,
	customField,
	customValue,
	note,
	recurringTask,
	task,
};
