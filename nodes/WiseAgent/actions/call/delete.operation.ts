import { options } from '../../../core/editor/fields';
import { deleteCall } from '../../api/records/calls';
import { callLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { contactForList } from './fields';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a call',
	description: 'Take a call off the call list for good',
	requests: [deleteCall],
	fields: [contactForList, callLocator, options()],
	async execute({ api, params }) {
		await deleteCall(api, params.id('callId'));
		return { deleted: true };
	},
});
