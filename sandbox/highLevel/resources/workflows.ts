import type { Resource } from '../kit/resource';
import { locationQuery } from '../schemas/location';

export interface WorkflowRecord {
	id: string;
	locationId: string;
	name: string;
	status: 'published' | 'draft';
	version: number;
	createdAt: string;
	updatedAt: string;
}

/** Source: official specifications, workflows. */
export const workflows: Resource<WorkflowRecord, 'newLead' | 'openHouse'> = {
	called: 'Workflow',
	path: '/workflows/',
	scope: 'workflows',
	under: 'locationId',
	stamps: ['createdAt', 'updatedAt'],
	empty: { version: 1 },
	answers: { many: (workflows) => ({ workflows }) },
	list: { query: locationQuery },
	demo: {
		newLead: { id: 'wfNewLead000F4g5H6i7', name: 'New lead follow-up', status: 'published' },
		openHouse: { id: 'wfOpenHouse0J8k9L0m1', name: 'Open house reminder', status: 'draft' },
	},
};
