import type { INodeType } from 'n8n-workflow';

import { GoHighLevel } from '../../nodes/GoHighLevel/GoHighLevel.node.ts';
import { GoHighLevelPollTrigger } from '../../nodes/GoHighLevel/GoHighLevelPollTrigger.node.ts';
import { GoHighLevelTrigger } from '../../nodes/GoHighLevel/GoHighLevelTrigger.node.ts';
import { WhatsAble } from '../../nodes/WhatsAble/WhatsAble.node.ts';
import { WhatsAbleTrigger } from '../../nodes/WhatsAble/WhatsAbleTrigger.node.ts';
import { WiseAgent } from '../../nodes/WiseAgent/WiseAgent.node.ts';
import { WiseAgentPollTrigger } from '../../nodes/WiseAgent/WiseAgentPollTrigger.node.ts';
import { WiseAgentTrigger } from '../../nodes/WiseAgent/WiseAgentTrigger.node.ts';

const NODES: INodeType[] = [
	new GoHighLevel(),
	new GoHighLevelPollTrigger(),
	new GoHighLevelTrigger(),
	new WhatsAble(),
	new WhatsAbleTrigger(),
	new WiseAgent(),
	new WiseAgentPollTrigger(),
	new WiseAgentTrigger(),
];

// n8n's editor takes every parameter on which a credential is shown for the choice of the credential, and hides it.
test.each(NODES.map(({ description }) => [description.displayName, description] as const))(
	'%s keeps what an operator sets visible in the editor, all but the choice of the credential',
	(_, { credentials = [] }) => {
		const shownOn = credentials.flatMap(({ displayOptions }) => Object.keys(displayOptions?.show ?? {}));
		expect(shownOn.filter((name) => name !== 'authentication')).toEqual([]);
	},
);
