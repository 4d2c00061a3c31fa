import type { ResourceExamples } from './example';

export const workflow: ResourceExamples = {
	getAll: { parameters: { returnAll: true, limit: 50, options: {} } },
};
