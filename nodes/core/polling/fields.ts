import type { INodeProperties } from 'n8n-workflow';

/** A note in the panel of a poll trigger, shown while one of these events is chosen, and none of `hiddenFor`. */
export function eventNotice(
	name: string,
	displayName: string,
	shownFor: string[],
	hiddenFor: string[] = [],
): INodeProperties {
	const hide = hiddenFor.length > 0 ? { hide: { events: hiddenFor } } : {};
	const displayOptions = { show: { events: shownFor }, ...hide };
	return { displayName, name, type: 'notice', default: '', displayOptions };
}

/**
 * Where the very first poll begins: now, or at a date.
 *
 * @param texts what stands under the choice, under the choice of a date, and under the date itself
 */
export function startFrom(texts: { choice: string; date: string; startDate: string }): INodeProperties[] {
	return [
		{
			displayName: 'Start From',
			name: 'startFrom',
			type: 'options',
			options: [
				{ name: 'Date', value: 'date', description: texts.date },
				{
					name: 'Now',
					value: 'now',
					description: 'Begin with what happens after the workflow is activated',
				},
			],
			default: 'now',
			description: texts.choice,
		},
		{
			displayName: 'Start Date',
			name: 'startDate',
			type: 'dateTime',
			required: true,
			displayOptions: { show: { startFrom: ['date'] } },
			default: '',
			description: texts.startDate,
		},
	];
}
