import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { simplified, simplify } from '../../../core/operation/simplify';
import { listLocations } from '../../api/records/reachableLocations';
import { operation } from '../operation';
import { SHOWN } from './output';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many locations',
	description:
		'Read the locations (sub-accounts) that the connection reaches. Where an agency is connected, leave Location empty to get all in which its app is installed.',
	requests: [listLocations],
	wholeAccount: true,
	fields: [...returnAllOrLimit, simplify, options()],
	async execute({ api, params }) {
		const locations = await listLocations(api, params.limit());
		return locations.map((location) => simplified(params, location, SHOWN));
	},
});
