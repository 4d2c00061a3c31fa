import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { byId, DEMO, UNKNOWN } from '../../support/highLevel';
import { prepared } from '../prepared';
import { highLevelCases } from '../case';
import { wrongLimit } from '../wrongValues';

const { locationId } = DEMO;

const withTag = {
	prepare: ({ state }: HighLevelSandbox) => {
		const tagId = state.newId();
		state.tags.set(tagId, { id: tagId, locationId, name: 'fair' });
		return { tagId };
	},
};

const ofTheTag = { tagId: prepared('tagId'), options: {} };

export const cases = highLevelCases({
	create: {
		example: { parameters: { name: 'Open house', options: {} } },
		sdk: async (sdk) => await sdk.locations.createTag({ locationId }, { name: 'Open house' }),
		wrong: {
			parameters: { name: ['a', 'b'] },
			message: '"Name" must be text, but it is a list',
			field: 'Name',
		},
	},
	get: {
		example: { ...withTag, parameters: ofTheTag },
		sdk: async (sdk, { tagId }) => await sdk.locations.getTagById({ locationId, tagId }),
		wrong: { parameters: { tagId: byId(UNKNOWN) }, message: `Tag with id ${UNKNOWN} not found` },
	},
	getAll: {
		example: { ...withTag, parameters: { returnAll: true, limit: 50, options: {} } },
		sdk: async (sdk) => await sdk.locations.getLocationTags({ locationId }),
		wrong: wrongLimit(1.5),
	},
	update: {
		example: { ...withTag, parameters: { ...ofTheTag, name: 'Book fair' } },
		sdk: async (sdk, { tagId }) =>
			await sdk.locations.updateTag({ locationId, tagId }, { name: 'Book fair' }),
		wrong: { parameters: { name: ' ' }, message: '"New Name" is empty', field: 'name' },
	},
	delete: {
		example: { ...withTag, parameters: ofTheTag },
		sdk: async (sdk, { tagId }) => await sdk.locations.deleteTag({ locationId, tagId }),
		wrong: { parameters: { tagId: byId('a/../b?x') }, message: 'Tag with id a/../b?x not found' },
	},
});
