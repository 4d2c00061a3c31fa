import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO } from '../../../support/highLevel';
import type { ResourceExamples } from './example';
import { prepared } from './example';

const withTag = {
	prepare: ({ state }: HighLevelSandbox) => {
		const tagId = state.newId();
		state.tags.set(tagId, { id: tagId, locationId: DEMO.locationId, name: 'fair' });
		return { tagId };
	},
};

const ofTheTag = { tagId: prepared('tagId'), options: {} };

export const tag: ResourceExamples = {
	create: { parameters: { name: 'Open house', options: {} } },
	get: { ...withTag, parameters: ofTheTag },
	getAll: { ...withTag, parameters: { returnAll: true, limit: 50, options: {} } },
	update: { ...withTag, parameters: { ...ofTheTag, name: 'Book fair' } },
	delete: { ...withTag, parameters: ofTheTag },
};
