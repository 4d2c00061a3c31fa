import { collection, options } from '../../../core/editor/fields';
import type { RecurrenceRule } from '../../api/records/recurringTasks';
import { recurringTasks } from '../../api/records/recurringTasks';
import { operation } from '../operation';
import { additionalRecurringTaskFields, recurringTaskFieldsOf, title } from './fields';
import { additionalRuleFields, dueAfterHours, interval, intervalType, startDate } from './ruleFields';
import { ruleOf } from './ruleOf';

const rule = [intervalType, interval, startDate, dueAfterHours];

export const create = operation({
	name: 'Create',
	action: 'Create a recurring task',
	description:
		'Let HighLevel make a task again and again. Keep the ID: HighLevel has no list of recurring tasks.',
	requests: [recurringTasks.create],
	fields: [
		{ ...title, required: true },
		...rule.map((field) => ({ ...field, required: true })),
		collection('Additional Fields', 'additionalFields', [
			...additionalRecurringTaskFields,
			...additionalRuleFields,
		]),
		options(),
	],
	async execute({ api, params }) {
		const given = params.collection('additionalFields');
		const fields = recurringTaskFieldsOf(params, given);
		const required = Object.fromEntries(rule.map(({ name }) => [name, params.given(name)]));
		const whole = ruleOf(params, { ...given, ...required }) as RecurrenceRule;
		return await recurringTasks.create(api, { ...fields, title: params.filled('title') }, whole);
	},
});
