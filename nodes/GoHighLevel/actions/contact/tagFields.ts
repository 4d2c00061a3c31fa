import type { INodeProperties } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import type { Params } from '../../../core/operation/params';
import { listOf } from '../../../core/values/texts';

export const requiredTags: INodeProperties = {
	displayName: 'Tags',
	name: 'tags',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. new lead, open house',
	description: 'Tags separated by commas, or a list from an expression',
};

/** The tags of an operation that is about nothing else; throws a `Failure` when there is none. */
export function tagsOf(params: Params): string[] {
	const tags = listOf(params.value('tags'), 'Tags');
	if (tags.length === 0) {
		throw new Failure('"Tags" is empty', 'Enter at least one tag, or leave this item out.', {
			field: 'tags',
		});
	}
	return tags;
}
