import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import type { WiseAgentCase } from '../case';
import { wrongLimit, wrongTimeout } from '../wrongValues';

const all = { returnAll: true, limit: 50, options: {} };

const withVendor = {
	prepare: ({ state }: WiseAgentSandbox) => {
		state.vendors.set('V26855', {
			...{ VendorID: 'V26855', Company: 'Wise Inspections', ContactName: 'Bill', AlternateContact: '' },
			...{ Address: '281 E. 56th st', City: 'Scottsdale', State: 'AZ', Zip: '11111', Phone: '' },
			...{ ContactPhone: '111-111-1111', Fax: '', Email: 'bill@example.com', Url: '', Type: 'Title' },
		});
		return {};
	},
};

export const cases: Record<string, WiseAgentCase> = {
	get: {
		example: { ...withVendor, parameters: { vendorId: 'V26855', options: {} } },
		wrong: wrongTimeout(0),
	},
	getAll: {
		example: { ...withVendor, parameters: { ...all, filters: { types: 'Title', nameQuery: 'Bill' } } },
		wrong: wrongLimit(1.5),
	},
};
