import type { ResourceExamples } from './example';

export const campaign: ResourceExamples = {
	getAll: {
		parameters: { returnAll: true, limit: 50, filters: { status: 'published' }, options: {} },
	},
};
