import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { collection, options, returnAllOrLimit, time } from '../../core/editor/fields';
import { momentIn, textIn } from '../../core/operation/given';
import type { Params } from '../../core/operation/params';
import { simplified, simplify } from '../../core/operation/simplify';
import { dateTimeOf, lastMomentOf } from '../../core/values/dates';
import type { HighLevelClient } from '../api/client';
import type { FilledKind } from '../api/submissions/kind';
import type { SubmissionQuery } from '../api/submissions/submission';

const filters = [
	{
		displayName: 'Search Text',
		name: 'query',
		type: 'string',
		default: '',
		placeholder: 'e.g. ada@example.com',
		description: 'ID, name, email or phone of the contact',
	},
	time('Submitted After', 'submittedAfter', 'Only submissions that were sent at this time or later'),
	time('Submitted Before', 'submittedBefore', 'Only submissions that were sent at this time or earlier'),
] satisfies INodeProperties[];

/** @param locator of the form or survey; empty for all */
export function submissionFields(locator: INodeProperties): INodeProperties[] {
	return [
		locator,
		...returnAllOrLimit,
		simplify,
		collection('Filters', 'filters', filters, 'Add Filter'),
		options(),
	];
}

/** The submissions that the parameters ask for, with their fields by name. */
export async function submissionsFor(
	kind: FilledKind,
	api: HighLevelClient,
	params: Params,
): Promise<IDataObject[]> {
	const query = queryOf(kind, params);
	const found = await kind.submissions(api, query, { limit: params.limit() });
	// One that is not there has no submissions.
	if (found.length === 0 && query.of !== undefined) await kind.check(api, query.of, params.label(kind.id));
	return (await kind.shown(api, found)).map((one) => simplified(params, one, kind.summary));
}

function queryOf(kind: FilledKind, params: Params): SubmissionQuery {
	const given = params.collection('filters');
	const at = (name: string, read: typeof dateTimeOf) => momentIn(params, given, name, read);
	return {
		query: textIn(params, given, 'query'),
		of: params.text(kind.id) || undefined,
		fromMs: at('submittedAfter', dateTimeOf),
		untilMs: at('submittedBefore', lastMomentOf),
	};
}
