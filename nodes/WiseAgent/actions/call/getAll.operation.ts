import type { INodeProperties } from 'n8n-workflow';

import { returnAllOrLimit } from '../../../core/editor/fields';
import { callOf } from '../../api/reading/records';
import { listCalls } from '../../api/records/calls';
import { contactOrVendorLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { allOutputs, recordOptions } from '../output';

const byNextContactDate: INodeProperties = {
	displayName: 'Latest Next Contact First',
	name: 'orderByNextContactDate',
	type: 'boolean',
	default: false,
	description: 'Whether to put them out by their next date, the latest first, instead of as they were added',
};

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many calls',
	description: 'Read the calls of a contact or a vendor',
	requests: [listCalls],
	fields: [contactOrVendorLocator, ...returnAllOrLimit, recordOptions(byNextContactDate)],
	async execute({ api, params }) {
		const limit = params.limit();
		const byNextDate = params.collection('options').orderByNextContactDate === true;
		return allOutputs(params, await listCalls(api, params.id('contactId'), { limit, byNextDate }), callOf);
	},
});
