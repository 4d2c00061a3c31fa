import { options } from '../../../core/editor/fields';
import { simplified, simplify } from '../../../core/operation/simplify';
import { getLocation } from '../../api/locations';
import { operation } from '../operation';
import { SHOWN } from './output';

export const get = operation({
	name: 'Get',
	action: 'Get a location',
	description:
		'Read the location (sub-account) that is connected, or the one that is chosen under Location: its name, address, time zone and settings',
	requests: [getLocation],
	fields: [simplify, options()],
	async execute({ api, params }) {
		return simplified(params, await getLocation(api), SHOWN);
	},
});
