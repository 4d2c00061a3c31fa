import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO } from '../../../support/highLevel';
import { prepared } from '../../prepared';

/** The contact that `withContact` makes. */
export const CONTACT = prepared('contactId');

/** A contact with a value in every field that an operation changes. */
export const withContact = {
	prepare: (sandbox: HighLevelSandbox) => ({
		contactId: sandbox.state.addContact({
			locationId: DEMO.locationId,
			email: 'ada@example.com',
			phone: '+12125550142',
			additionalEmails: ['countess@example.com'],
			additionalPhones: ['+12125550143'],
			firstName: 'Ada',
			lastName: 'King',
			companyName: 'Old Company',
			address1: '1 Pier Street',
			city: 'Boston',
			state: 'MA',
			country: 'US',
			postalCode: '02108',
			website: 'https://example.org',
			timezone: 'America/Chicago',
			source: 'Fair',
			dateOfBirth: '1990-01-01',
			assignedTo: DEMO.users.ben,
			followers: [DEMO.users.ben],
			businessId: DEMO.businesses.northPier,
			campaigns: [DEMO.campaigns.spring],
			workflows: [DEMO.workflows.openHouse],
			dndSettings: { sms: { status: 'inactive', message: 'welcome', code: 'B2' } },
			customFields: [{ id: DEMO.customFields.leadSourceDetail, value: 'Fair' }],
			tags: ['old'],
		}).id,
	}),
};
