import { options } from '../../../core/editor/fields';
import { optional } from '../../../core/operation/request';
import type { Request } from '../../../core/operation/request';
import { accessChecks } from '../../api/account/accessChecks';
import { operation } from '../operation';

/** @param offered what all other operations of the node request: their scopes are checked */
export function checkAccess(offered: readonly Request[]) {
	const { requests, run } = accessChecks(offered);
	return operation({
		name: 'Check Access',
		action: 'Check what the credential may do',
		description:
			'Read one record for each scope, and see what the token says about writing and about its age. Returns one item for each check, with what to do.',
		requests: requests.map(optional),
		fields: [options()],
		async execute({ api }) {
			return await run(api);
		},
	});
}
