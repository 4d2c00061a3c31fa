import { callOf } from '../../api/reading/records';
import { readCall } from '../../api/records/calls';
import { callLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { recordOptions, outputOf } from '../output';
import { contactForList } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get a call',
	description: 'Read one call of the call list',
	requests: [readCall],
	fields: [contactForList, callLocator, recordOptions()],
	async execute({ api, params }) {
		return outputOf(params, await readCall(api, params.id('callId')), callOf);
	},
});
