import type { ResourceExamples } from './example';

export const location: ResourceExamples = {
	get: { parameters: { simplify: true, options: {} } },
	getAll: { parameters: { returnAll: true, limit: 50, simplify: true, options: {} } },
};
