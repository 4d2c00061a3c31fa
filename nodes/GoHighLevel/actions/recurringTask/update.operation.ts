import { collection, options } from '../../../core/editor/fields';
import { recurringTasks } from '../../api/records/recurringTasks';
import { recurringTaskLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { someFields } from '../../../core/operation/requireSomeFields';
import { additionalRecurringTaskFields, recurringTaskFieldsOf, title } from './fields';
import { additionalRuleFields, dueAfterHours, interval, intervalType, startDate } from './ruleFields';
import { ruleOf } from './ruleOf';

export const update = operation({
	name: 'Update',
	action: 'Update a recurring task',
	description:
		'Change a recurring task; what is not given stays as it is. With another interval type, the days of the old one do not apply any more.',
	requests: [recurringTasks.change],
	fields: [
		recurringTaskLocator,
		collection('Update Fields', 'updateFields', [
			...additionalRecurringTaskFields,
			...additionalRuleFields,
			dueAfterHours,
			interval,
			intervalType,
			startDate,
			title,
		]),
		options(),
	],
	async execute({ api, params }) {
		const recurringTaskId = params.id('recurringTaskId');
		const given = params.collection('updateFields');
		const [fields, rule] = [recurringTaskFieldsOf(params, given), ruleOf(params, given)];
		someFields({ ...fields, ...rule });
		return await recurringTasks.change(api, { ...fields, recurringTaskId }, rule);
	},
});
