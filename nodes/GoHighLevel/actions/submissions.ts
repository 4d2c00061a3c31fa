import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { collection, options, returnAllOrLimit } from '../../core/editor/fields';
import type { Params } from '../../core/operation/params';
import { simplified, simplify } from '../../core/operation/simplify';
import { dateTimeOf, lastMomentOf } from '../../core/values/dates';
import { ownValue } from '../../core/values/ownValue';
import { isEmpty, textOf } from '../../core/values/texts';
import type { HighLevelClient } from '../api/client';
import type { FilledKind } from '../api/submissions/kind';
import type { SubmissionQuery } from '../api/submissions/submission';

function time(displayName: string, name: string, description: string): INodeProperties {
	return { displayName, name, type: 'dateTime', default: '', description };
}

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
	const query = ownValue(given, 'query');
	const at = (name: string, read: typeof dateTimeOf) => {
		const value = ownValue(given, name);
		return isEmpty(value) ? undefined : Date.parse(read(value, params.label(name), params.timezone));
	};
	return {
		query: isEmpty(query) ? undefined : textOf(query, params.label('query')),
		of: params.text(kind.id) || undefined,
		fromMs: at('submittedAfter', dateTimeOf),
		untilMs: at('submittedBefore', lastMomentOf),
	};
}
