import type { INodeProperties } from 'n8n-workflow';

import { dateTimeOf, lastMomentOf } from '../../../core/values/dates';
import { Failure } from '../../../core/failure';
import type { Params } from '../../../core/operation/params';
import type { Span } from '../../api/records/appointments';

const ZONE = 'without an offset, it is a time in the time zone of the workflow';

/** From and To, under the names that HighLevel has for them. */
export function fromAndTo(from: string, to: string): INodeProperties[] {
	return [
		{
			displayName: 'From',
			name: from,
			type: 'dateTime',
			required: true,
			default: '',
			description: `Beginning of the time to look at, such as 2026-03-31 or 2026-03-31T14:30:00; ${ZONE}`,
		},
		{
			displayName: 'To',
			name: to,
			type: 'dateTime',
			required: true,
			default: '',
			description: `End of the time to look at; a day without a time is included as a whole. As for From, ${ZONE}.`,
		},
	];
}

/** The time that the two fields name; throws a `Failure` when it ends before it begins. */
export function spanOf(params: Params, from: string, to: string): Span {
	const fromMs = Date.parse(dateTimeOf(params.given(from), params.label(from), params.timezone));
	const toMs = Date.parse(lastMomentOf(params.given(to), params.label(to), params.timezone));
	if (fromMs <= toMs) return { fromMs, toMs };
	throw new Failure(
		`"${params.label(to)}" is before "${params.label(from)}"`,
		`Let the time begin with "${params.label(from)}" and end with "${params.label(to)}".`,
		{ field: to },
	);
}
