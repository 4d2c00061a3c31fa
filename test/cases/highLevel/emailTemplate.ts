import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { byId, DEMO, UNKNOWN } from '../../support/highLevel';
import { highLevelCases } from '../case';
import { wrongLimit } from '../wrongValues';

const { locationId } = DEMO;
const { folder, newsletter } = DEMO.emailTemplates;

const NOT_IN_SDK = 'It has the older endpoints of the dated versions only';

export const cases = highLevelCases({
	get: {
		example: { parameters: { templateId: byId(newsletter), options: {} } },
		sdk: NOT_IN_SDK,
		wrong: {
			parameters: { templateId: byId(UNKNOWN) },
			message: `Email template with id ${UNKNOWN} not found`,
		},
	},
	getAll: {
		example: {
			prepare: ({ state }: HighLevelSandbox) => {
				state.change('emailTemplates', newsletter, { archived: true });
				const inside = { locationId, parentFolderId: folder, archived: true };
				state.add('emailTemplates', { ...inside, name: 'Spring sale', type: 'folder' });
				return {};
			},
			parameters: {
				returnAll: true,
				limit: 50,
				filters: { archived: true, folderId: byId(folder), include: 'all', search: 'spring' },
				options: { sortOrder: 'asc' },
			},
		},
		sdk: NOT_IN_SDK,
		wrong: wrongLimit(0),
	},
});
