import { returnAllOrLimit } from '../../../core/editor/fields';
import { required } from '../../../core/editor/locator';
import { eventOf } from '../../api/reading/records';
import { ARIZONA, minuteIn } from '../../api/dates';
import { listEvents } from '../../api/records/calendar';
import { operation } from '../operation';
import { allOutputs, recordOptions } from '../output';
import { moment } from './fields';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many calendar events',
	description: 'Read the events of the calendar in a span; repeating ones come one by one',
	requests: [listEvents],
	fields: [
		required(moment('From', 'startDate', 'Only events that begin at this time or later')),
		required(moment('Until', 'endDate', 'Only events that begin at this time or earlier')),
		...returnAllOrLimit,
		recordOptions(),
	],
	async execute({ api, params }) {
		const limit = params.limit();
		const at = (name: string) => minuteIn(ARIZONA, params.given(name), params.label(name), params.timezone);
		const events = await listEvents(api, { startDate: at('startDate'), endDate: at('endDate') });
		return allOutputs(params, events.slice(0, limit), eventOf);
	},
});
