import { options } from '../../../core/editor/fields';
import { opportunities } from '../../api/records/opportunities';
import { opportunityLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete an opportunity',
	description: 'Delete an opportunity permanently; its contact stays',
	requests: [opportunities.delete],
	fields: [opportunityLocator, options()],
	async execute({ api, params }) {
		await opportunities.delete(api, { opportunityId: params.id('opportunityId') });
		return { deleted: true };
	},
});
