import { collection, options } from '../../../core/editor/fields';
import { createLocation } from '../../api/records/newLocations';
import { operation } from '../operation';
import { additional, locationName, newLocationOf, prospect, settings, social } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create a location',
	description:
		'Add a location (sub-account) to the agency. It needs the connection of an agency, and a plan of HighLevel that allows it.',
	requests: [createLocation],
	wholeAccount: true,
	fields: [
		locationName,
		collection('Additional Fields', 'additionalFields', additional),
		collection('Prospect', 'prospectInfo', prospect),
		collection('Settings', 'settings', settings, 'Add Setting'),
		collection('Social Links', 'social', social, 'Add Link'),
		options(),
	],
	async execute({ api, params }) {
		return await createLocation(api, newLocationOf(params));
	},
});
