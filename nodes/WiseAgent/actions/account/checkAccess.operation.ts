import { options } from '../../../core/editor/fields';
import { optional } from '../../../core/operation/request';
import { CHECK_REQUESTS, checkAccess as check } from '../../api/account/accessChecks';
import { operation } from '../operation';

export const checkAccess = operation({
	name: 'Check Access',
	action: 'Check what the credential may do',
	description:
		'Read one record for each scope, and see what the token says about writing, which webhooks lead to this n8n, and how old the token is. Returns one item for each check, with what to do.',
	requests: CHECK_REQUESTS.map(optional),
	fields: [options()],
	async execute({ api, params }) {
		return await check(api, params.n8nUrl);
	},
});
