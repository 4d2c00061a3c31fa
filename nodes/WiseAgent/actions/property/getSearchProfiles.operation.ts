import { searchProfileOf } from '../../api/reading/records';
import { listSearchProfiles } from '../../api/records/properties';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { allOutputs, recordOptions } from '../output';

export const getSearchProfiles = operation({
	name: 'Get Search Profiles',
	action: 'Get the search profiles of a contact',
	description: 'Read what properties a contact looks for',
	requests: [listSearchProfiles],
	fields: [contactLocator, recordOptions()],
	async execute({ api, params }) {
		return allOutputs(params, await listSearchProfiles(api, params.id('contactId')), searchProfileOf);
	},
});
