import type { Resource } from '../kit/resource';
import { locationQuery } from '../schemas/location';

/** A kind of record: one that the location has defined, or one of HighLevel's own. */
export interface CustomObjectRecord {
	id: string;
	locationId: string;
	/** `custom_objects.listings`; of HighLevel's own without the prefix. */
	key: string;
	/** Whether it is one of HighLevel's own. */
	standard: boolean;
	labels: Readonly<{ singular: string; plural: string }>;
	description: string;
	/** The property that heads a record. */
	primaryDisplayProperty: string;
	dateAdded: string;
	dateUpdated: string;
}

/** The object that the demo location has defined. */
export const LISTINGS = { id: 'obListings000P3q4R5s6', key: 'custom_objects.listings' };

/** Source: official specifications, objects. */
export const customObjects: Resource<
	CustomObjectRecord,
	'businesses' | 'contacts' | 'listings' | 'opportunities'
> = {
	called: 'Object',
	path: '/objects/',
	scope: 'objects/schema',
	under: 'locationId',
	stamps: ['dateAdded', 'dateUpdated'],
	empty: { standard: false, description: '' },
	view: (object) => ({ ...object, type: object.standard ? 'SYSTEM_DEFINED' : 'USER_DEFINED' }),
	answers: { many: (objects) => ({ objects }) },
	list: { query: locationQuery },
	demo: {
		contacts: standard('contact', 'Contact', 'Contacts'),
		opportunities: standard('opportunity', 'Opportunity', 'Opportunities'),
		businesses: standard('business', 'Company', 'Companies'),
		listings: {
			...LISTINGS,
			labels: { singular: 'Listing', plural: 'Listings' },
			description: 'What is for sale',
			primaryDisplayProperty: `${LISTINGS.key}.name`,
		},
	},
};

function standard(key: string, singular: string, plural: string) {
	const labels = { singular, plural };
	return { id: `obStandard_${key}`, key, standard: true, labels, primaryDisplayProperty: `${key}.name` };
}
