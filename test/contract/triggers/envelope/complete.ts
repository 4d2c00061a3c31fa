import type { IDataObject } from 'n8n-workflow';

import { ENVELOPE_FIELDS } from '../../../../nodes/core/events/envelope';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** What is wrong with the envelope of an item, as a person would say it. */
export function faultsOf(item: IDataObject): string[] {
	const { system, event, eventKey, at } = item;
	const isText = (value: unknown) => typeof value === 'string' && value !== '';
	const checks: Array<[boolean, string]> = [
		[
			ENVELOPE_FIELDS.every((name, place) => Object.keys(item)[place] === name),
			'its fields are not the first ones',
		],
		[isText(system) && isText(event), 'no system or event'],
		[typeof eventKey === 'string' && eventKey.startsWith(`${String(system)}:${String(event)}:`), 'no key'],
		[
			['locationId', 'recordId', 'contactId'].every((name) => item[name] === null || isText(item[name])),
			'an ID that is neither a text nor null',
		],
		[at === null || MOMENT.test(String(at)), `not a moment in UTC: ${String(at)}`],
	];
	return checks
		.filter(([isRight]) => !isRight)
		.map(([, fault]) => `${String(event)}: ${fault} (${JSON.stringify(item).slice(0, 300)})`);
}

export const keyOf = ({ eventKey }: IDataObject) => String(eventKey);

/** Event -> keys of its items. */
export function keysByEvent(items: IDataObject[]): Map<string, string[]> {
	const keys = new Map<string, string[]>();
	for (const item of items) {
		keys.set(String(item.event), [...(keys.get(String(item.event)) ?? []), keyOf(item)]);
	}
	return keys;
}
