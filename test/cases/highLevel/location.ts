import { DEMO } from '../../support/highLevel';
import type { Difference } from '../case';
import { highLevelCases } from '../case';
import { wrongLimit, wrongTimeout } from '../wrongValues';

const { locationId } = DEMO;

const filled = {
	name: 'Pier Homes',
	additionalFields: {
		address: '1 Pier Road',
		city: 'New York',
		country: 'United States',
		phone: '(212) 555-0177',
		postalCode: '10004',
		snapshotId: 'snPier0000000A1b2C3d',
		state: 'NY',
		timezone: 'America/New_York',
		website: 'https://pier.example',
	},
	prospectInfo: { firstName: 'Ada', lastName: 'Byron', email: 'ada@pier.example' },
	settings: {
		allowDuplicateContact: false,
		allowDuplicateOpportunity: true,
		allowFacebookNameMerge: false,
		disableContactTimezone: false,
	},
	social: {
		blogRss: 'https://pier.example/rss',
		facebookUrl: 'https://facebook.example/pier',
		foursquare: 'https://foursquare.example/pier',
		googlePlacesId: 'ChIJ0000000000000000000',
		googlePlus: 'https://plus.example/pier',
		instagram: 'https://instagram.example/pier',
		linkedIn: 'https://linkedin.example/pier',
		pinterest: 'https://pinterest.example/pier',
		twitter: 'https://twitter.example/pier',
		yelp: 'https://yelp.example/pier',
		youtube: 'https://youtube.example/pier',
	},
};

export const cases = highLevelCases({
	create: {
		example: { parameters: { ...filled, options: {} } },
		sdk: async (sdk) =>
			await sdk.locations.createLocation({
				...{ name: filled.name, ...filled.additionalFields },
				...{ country: 'US', phone: '+12125550177', companyId: DEMO.companyId },
				prospectInfo: filled.prospectInfo,
				settings: filled.settings,
				social: filled.social,
			}),
		wrong: {
			parameters: { prospectInfo: { firstName: 'Ada' } },
			message: '"Prospect" is not complete: Email, Last Name are empty',
			field: 'prospectInfo',
		},
	},
	get: {
		example: { parameters: { simplify: true, options: {} } },
		sdk: async (sdk) => await sdk.locations.getLocation({ locationId }),
		wrong: wrongTimeout(0),
	},
	getAll: {
		example: { parameters: { returnAll: true, limit: 50, simplify: true, options: {} } },
		sdk: async (sdk) => await sdk.locations.searchLocations({ skip: '0', limit: '50' }),
		wrong: wrongLimit(-1),
	},
});

export const differences: Difference[] = [
	{
		pattern: /^create: only the node sends GET \/locations\/(search|\{locationId\})$/,
		reason:
			'A private token does not tell its agency, and HighLevel does not say when a location was added: a lost answer is not done twice',
	},
];
