import type { IDataObject } from 'n8n-workflow';

import { kindOf } from './kit';

/** A workflow or a campaign as HighLevel answers it; only what this package looks at is named. */
export interface Automation extends IDataObject {
	id: string;
	name: string;
	/** `draft` or `published` */
	status?: string;
}

export const workflows = {
	list: kindOf<Automation, 'workflowId'>({
		path: '/workflows/',
		id: 'workflowId',
		many: 'workflows',
		read: 'workflows.readonly',
	}).list(),
};

export const campaigns = {
	list: kindOf<Automation, 'campaignId'>({
		path: '/campaigns/',
		id: 'campaignId',
		many: 'campaigns',
		read: 'campaigns.readonly',
	}).list<{ status?: string }>(),
};
