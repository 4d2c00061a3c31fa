import { options } from '../../../core/editor/fields';
import { optional } from '../../../core/operation/request';
import { CHECK_REQUESTS, checkAccess as check } from '../../api/account/accessChecks';
import { operation } from '../operation';

export const checkAccess = operation({
	name: 'Check Access',
	action: 'Check what the API key may do',
	description:
		'Check the API key, and read each list of the product that it belongs to. Nothing is sent or changed. Returns one item for each check, with what to do.',
	requests: CHECK_REQUESTS.map(optional),
	fields: [options()],
	async execute({ api }) {
		return await check(api);
	},
});
