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
export const workflows: Resource<WorkflowRecord> = {
	called: 'Workflow',
	path: '/workflows/',
	scope: 'workflows',
	under: 'locationId',
	answers: { many: (workflows) => ({ workflows }) },
	list: { query: locationQuery },
};
