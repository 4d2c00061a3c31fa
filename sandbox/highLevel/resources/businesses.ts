import { closedObject, filledText, text } from '../../shared/jsonSchema';
import type { Resource } from '../kit/resource';
import { withoutNulls } from '../views/withoutNulls';
import type { Call } from '../wire/apiRoute';

/** A business (company record) that contacts belong to. */
export interface BusinessRecord {
	id: string;
	locationId: string;
	name: string;
	phone: string | null;
	email: string | null;
	website: string | null;
	address: string | null;
	city: string | null;
	state: string | null;
	postalCode: string | null;
	country: string | null;
	description: string | null;
	createdAt: string;
	updatedAt: string;
}

const details = {
	phone: text,
	email: text,
	website: text,
	address: text,
	city: text,
	state: text,
	postalCode: text,
	country: text,
	description: text,
};

/** Source: official specifications, businesses. Both versions misspell what they answer to a write, and leave empty
 * values out. */
export const businesses: Resource<BusinessRecord, 'northPier'> = {
	called: 'Business',
	path: '/businesses/',
	parameter: 'businessId',
	scope: 'businesses',
	under: 'locationId',
	stamps: ['createdAt', 'updatedAt'],
	empty: {
		phone: null,
		email: null,
		website: null,
		address: null,
		city: null,
		state: null,
		postalCode: null,
		country: null,
		description: null,
	},
	view: (business) => withoutNulls({ ...business }),
	answers: {
		one: (business) => ({ business }),
		many: (businesses) => ({ businesses }),
		written: (buiseness) => ({ success: true, buiseness }),
		deleted: () => ({ success: true }),
	},
	// The specification has both numbers as text.
	list: { query: closedObject({ locationId: text, limit: text, skip: text }), limit: 100 },
	get: {},
	create: {
		body: closedObject({ name: filledText, ...details, locationId: filledText }, ['name', 'locationId']),
		fields: sent,
	},
	/** The location cannot be changed. */
	update: { body: closedObject({ name: filledText, ...details }), fields: sent },
	delete: { then: takeOffContacts },
	demo: {
		northPier: {
			id: 'bsNorthPier0B0c1D2e3',
			name: 'North Pier Holdings',
			phone: '+12125550177',
			email: 'desk@northpier.example',
			website: 'https://northpier.example',
			address: '1 Pier Road',
			city: 'New York',
			state: 'NY',
			postalCode: '10004',
			country: 'US',
			description: 'Buys and lets small office buildings',
		},
	},
};

/** An empty text empties the field; the sources are silent on it. */
function sent({ body }: Call): Partial<BusinessRecord> {
	return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, value === '' ? null : value]));
}

function takeOffContacts({ state }: Call, { id, locationId }: Readonly<BusinessRecord>): void {
	for (const contact of state.contacts.inGroup(locationId)) {
		if (contact.businessId === id) state.updateContact(contact.id, { businessId: null });
	}
}
