import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { activationErrorOf } from '../core/operation/nodeError';
import { pollFields, pollHints } from './events/poll/fields';
import { pollWiseAgent } from './events/poll/pollWiseAgent';
import { searchTeam } from './pickers/listSearch';
import { getCategories, getSources } from './pickers/loadOptions';

export class WiseAgentPollTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wise Agent Poll Trigger',
		name: 'wiseAgentPollTrigger',
		icon: { light: 'file:wiseAgent.svg', dark: 'file:wiseAgent.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Polls Wise Agent for contacts and tasks that are new or have changed',
		defaults: { name: 'Wise Agent Poll Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'wiseAgentOAuth2Api', required: true }],
		hints: pollHints,
		properties: pollFields,
	};

	methods = { listSearch: { searchTeam }, loadOptions: { getCategories, getSources } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		try {
			return await pollWiseAgent(this);
		} catch (error) {
			throw activationErrorOf(this.getNode(), error, this.getActivationMode());
		}
	}
}
