import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { activationErrorOf } from '../core/operation/nodeError';
import { pollFields, pollHints } from './events/poll/fields';
import { pollHighLevel } from './events/poll/pollHighLevel';
import { connectionFields, credentials } from './pickers/connection';
import {
	searchCalendars,
	searchCustomObjects,
	searchForms,
	searchLocations,
	searchPipelines,
	searchStages,
	searchSurveys,
	searchUsers,
} from './pickers/locators';

export class GoHighLevelPollTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'GoHighLevel Poll Trigger',
		name: 'goHighLevelPollTrigger',
		icon: { light: 'file:goHighLevel.svg', dark: 'file:goHighLevel.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description:
			'Polls HighLevel (GoHighLevel, LeadConnector) for changed contacts, tags, notes, tasks, opportunities, appointments and custom objects, submitted forms and surveys, and messages',
		defaults: { name: 'GoHighLevel Poll Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		hints: pollHints,
		properties: [...connectionFields, ...pollFields],
	};

	methods = {
		listSearch: {
			searchCalendars,
			searchCustomObjects,
			searchForms,
			searchLocations,
			searchPipelines,
			searchStages,
			searchSurveys,
			searchUsers,
		},
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		try {
			return await pollHighLevel(this);
		} catch (error) {
			throw activationErrorOf(this.getNode(), error, this.getActivationMode());
		}
	}
}
