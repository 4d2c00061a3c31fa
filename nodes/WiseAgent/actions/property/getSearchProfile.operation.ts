import { searchProfileOf } from '../../api/reading/records';
import { readSearchProfile } from '../../api/records/properties';
import { operation } from '../operation';
import { recordOptions, outputOf } from '../output';
import { searchId } from './searchProfileFields';

export const getSearchProfile = operation({
	name: 'Get Search Profile',
	action: 'Get a search profile',
	description: 'Read one search profile, by its ID',
	requests: [readSearchProfile],
	fields: [searchId, recordOptions()],
	async execute({ api, params }) {
		return outputOf(params, await readSearchProfile(api, params.id('searchId')), searchProfileOf);
	},
});
