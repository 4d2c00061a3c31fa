import type { INodeProperties } from 'n8n-workflow';

import { collection } from '../../../core/editor/fields';
import { Failure } from '../../../core/failure';
import type { OperationInput } from '../../../core/operation/operation';
import type { Params } from '../../../core/operation/params';
import { textOf } from '../../../core/values/texts';
import type { WhatsAbleClient } from '../../api/client';
import type { Schedule } from '../../api/records/schedule';
import { atMoment } from '../../api/records/schedule';
import { labelList, labelsOf } from '../labelFields';

const when: INodeProperties = {
	displayName: 'When',
	name: 'when',
	type: 'options',
	options: [
		{ name: 'After a Delay', value: 'relative', description: 'So long after this run' },
		{ name: 'At a Time', value: 'specific', description: 'On a day, at a time of a time zone' },
	],
	default: 'relative',
	description: 'When the message is sent',
};

const delay: INodeProperties = {
	displayName: 'Delay',
	name: 'delay',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 1,
	displayOptions: { show: { when: ['relative'] } },
	description: 'After how many minutes, hours or days the message is sent',
};

const delayUnit: INodeProperties = {
	displayName: 'Delay Unit',
	name: 'delayUnit',
	type: 'options',
	options: [
		{ name: 'Days', value: 'days' },
		{ name: 'Hours', value: 'hours' },
		{ name: 'Minutes', value: 'min' },
	],
	default: 'hours',
	displayOptions: { show: { when: ['relative'] } },
	description: 'What the delay counts',
};

const sendAt: INodeProperties = {
	displayName: 'Send At',
	name: 'sendAt',
	type: 'dateTime',
	required: true,
	default: '',
	displayOptions: { show: { when: ['specific'] } },
	description:
		'When the message is sent, such as 2026-03-31T14:30:00; without an offset, it is a time in the time zone below',
};

const timeZone: INodeProperties = {
	displayName: 'Time Zone',
	name: 'timeZone',
	type: 'string',
	default: '',
	placeholder: 'e.g. America/New_York',
	displayOptions: { show: { when: ['specific'] } },
	description: 'Name of the time zone; empty for that of the workflow',
};

const replyCondition: INodeProperties = {
	displayName: 'Only Without a Reply',
	name: 'replyCondition',
	type: 'options',
	options: [
		{ name: 'Never Replied to Any Message', value: 'never-replied' },
		{ name: 'No Reply After My Last Message', value: 'never' },
		{ name: 'No Reply Within 12 Hours', value: '12h' },
		{ name: 'No Reply Within 20 Minutes', value: '20m' },
		{ name: 'No Reply Within 24 Hours', value: '24h' },
		{ name: 'No Reply Within 3 Hours', value: '3h' },
		{ name: 'No Reply Within 45 Minutes', value: '45m' },
		{ name: 'No Reply Within 48 Hours', value: '48h' },
		{ name: 'No Reply Within 6 Hours', value: '6h' },
		{ name: 'No Reply Within 72 Hours', value: '72h' },
	],
	default: 'never',
	description:
		'The message is only sent if the person has not replied, within so long after your last message',
};

const labelCondition: INodeProperties = {
	displayName: 'Label Condition',
	name: 'labelCondition',
	type: 'options',
	options: [
		{ name: 'Has None of the Labels', value: 'not' },
		{ name: 'Has One of the Labels', value: 'include' },
	],
	default: 'not',
	description: 'What has to be so with the condition labels when the message is due',
};

/** When a message is sent, and what has to be so at that time. */
export const scheduleFields: INodeProperties[] = [
	when,
	delay,
	delayUnit,
	sendAt,
	timeZone,
	collection(
		'Conditions',
		'conditions',
		[replyCondition, labelCondition, labelList('Condition Label Names or IDs', 'conditionLabels')],
		'Add Condition',
	),
];

/** The schedule that an item asks for. Throws a `Failure` when it is none. */
export async function scheduleOf({ api, params }: OperationInput<WhatsAbleClient>): Promise<Schedule> {
	const given = params.collection('conditions');
	const reply = textOf(given.replyCondition, 'Only Without a Reply');
	const labels = await labelsOf(api, params, given.conditionLabels, 'Condition Labels');
	const kind = textOf(given.labelCondition, 'Label Condition') || 'not';
	if (given.labelCondition !== undefined && labels.length === 0) {
		throw new Failure(
			'"Label Condition" has no labels',
			'Add "Condition Label Names or IDs", or take the condition out.',
			{ field: 'conditionLabels' },
		);
	}
	return {
		...timeOf(params),
		...(reply === '' ? {} : { condition_one: reply }),
		...(labels.length === 0 ? {} : { condition_two: { c: kind as 'include' | 'not', v: labels } }),
	};
}

function timeOf(params: Params): Schedule {
	if (params.text('when') === 'specific') {
		const zone = params.text('timeZone') || params.timezone;
		return atMoment(params.given('sendAt'), params.label('sendAt'), zone);
	}
	return {
		is_schedule: true,
		schedule_type: 'relative',
		unit_of_time_name: params.text('delayUnit') as 'days' | 'hours' | 'min',
		unit_of_time_value: params.count('delay'),
	};
}
