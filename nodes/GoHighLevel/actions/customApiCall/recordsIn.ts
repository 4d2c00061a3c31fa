import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import { ownValue } from '../../../core/values/ownValue';

/** The list of records in an answer: under `key`, or without one the only list that there is. */
export function recordsIn(answer: unknown, key: string): IDataObject[] {
	const list = key ? ownValue(answer as IDataObject | null, key) : onlyListIn(answer);
	if (Array.isArray(list)) {
		return list.map((record: unknown) =>
			typeof record === 'object' && record !== null ? (record as IDataObject) : { value: record as string },
		);
	}
	const keys = typeof answer === 'object' && answer !== null ? Object.keys(answer).join(', ') : '';
	throw new Failure(
		key ? `The answer has no list under "${key}"` : 'The answer does not have exactly one list of records',
		`Set "Records Key" to where the records are. The answer has: ${keys || 'nothing'}.`,
		{ field: 'recordsKey' },
	);
}

function onlyListIn(answer: unknown): unknown {
	if (Array.isArray(answer)) return answer;
	const lists = Object.values((answer ?? {}) as object).filter(Array.isArray);
	return lists.length === 1 ? lists[0] : undefined;
}
