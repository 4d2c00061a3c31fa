import { required } from '../../../core/editor/locator';
import { plainOf } from '../../api/reading/records';
import { readVendor } from '../../api/records/vendors';
import { operation } from '../operation';
import { text } from '../optionalFields';
import { recordOptions, outputOf } from '../output';

export const get = operation({
	name: 'Get',
	action: 'Get a vendor',
	description: 'Read one business partner',
	requests: [readVendor],
	fields: [
		required(text('Vendor ID', 'vendorId', 'ID of the vendor, with or without its V', 'e.g. V26855')),
		recordOptions(),
	],
	async execute({ api, params }) {
		return outputOf(params, await readVendor(api, params.id('vendorId')), plainOf);
	},
});
