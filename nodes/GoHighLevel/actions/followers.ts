import type { INodeProperties } from 'n8n-workflow';

import { Failure } from '../../core/failure';
import type { Params } from '../../core/operation/params';
import { listOf } from '../../core/values/texts';

export const followers: INodeProperties = {
	displayName: 'Follower Names or IDs',
	name: 'followers',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getUsers' },
	required: true,
	default: [],
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};

/** The ids of the chosen users; throws a `Failure` when there is none. */
export function followersOf(params: Params): string[] {
	const label = params.label('followers');
	const ids = listOf(params.value('followers'), label);
	if (ids.length === 0) {
		throw new Failure(`"${label}" is empty`, 'Choose at least one user, or skip this item.', {
			field: 'followers',
		});
	}
	return ids;
}
