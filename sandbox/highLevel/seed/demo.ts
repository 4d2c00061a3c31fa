import type { DemoIds } from '../resources';
import { EVERY_RESOURCE } from '../resources';
import { LISTINGS } from '../resources/customObjects';
import { BUYER_STAGES, SELLER_STAGES } from '../resources/pipelines';

/**
 * Constants of the seed state: what a demo or a test needs to know to talk to a fresh sandbox.
 * The tokens open nothing but the sandbox.
 */
export const DEMO = {
	...idsOfRecords(),
	companyId: 'HbrCompany4Kd92LmQx7',
	/** Harborview Realty: New York, US. */
	locationId: 'Hv8QmT3xLw5RkZ1pYc7N',
	/** Lakeside Homes: Chicago, US; another customer of the same agency. */
	otherLocationId: 'Lk2WnB6sDf9GhJ4tVx3M',
	/** All scopes of the demo location. */
	token: 'pit-00000000-demo-demo-demo-000000000001',
	/** Only the scopes that end in `.readonly`. */
	readOnlyToken: 'pit-00000000-demo-demo-demo-000000000002',
	otherLocationToken: 'pit-00000000-demo-demo-demo-000000000003',
	/** Agency level: refused by everything that belongs to a location. */
	agencyToken: 'pit-00000000-demo-demo-demo-000000000004',
	customFields: {
		leadSourceDetail: 'cfLeadSource00A1b2C3',
		budget: 'cfBudget0000D4e5F6g7',
		moveInDate: 'cfMoveIn0000H8i9J0k1',
		propertyType: 'cfPropType00L2m3N4o5',
		interests: 'cfInterest00P6q7R8s9',
		notesFromAgent: 'cfAgentNote0T0u1V2w3',
		bedrooms: 'cfBedrooms00X4y5Z6a7',
		amenities: 'cfAmenities0B8c9D0e1',
		preferredContact: 'cfPrefCont00F2g3H4i5',
		workPhone: 'cfWorkPhone0J6k7L8m9',
		socialProfiles: 'cfSocial0000N0o1P2q3',
		documents: 'cfDocuments0R4s5T6u7',
		/** Belongs to opportunities, not to contacts. */
		dealType: 'cfDealType00V8w9X0y1',
		/** Belongs to the other location. */
		otherLocationField: 'cfOtherLoc00Z2a3B4c5',
	},
	/** Ids of the boxes of `socialProfiles`. */
	textBoxes: { linkedIn: 'tbLinkedIn00D6e7F8g9', instagram: 'tbInstagram0H0i1J2k3' },
	users: {
		/** Agent of the demo location. */
		amelia: 'usAmelia0000L4m5N6o7',
		ben: 'usBenjamin00P8q9R0s1',
		chloe: 'usChloe00000T2u3V4w5',
		/** Agent of the other location. */
		daniel: 'usDaniel0000X6y7Z8a9',
	},
	/** Stages of the buyers' pipeline, in their order. */
	pipelineStages: BUYER_STAGES,
	/** Stages of the sellers' pipeline, in their order. */
	sellerStages: SELLER_STAGES,
	/** Stored by `addOpportunities`, of as many contacts. */
	opportunities: {
		harborLoft: 'opHarborLoft0D9e0F1g',
		pierCottage: 'opPierCottage0H2i3J4',
		mapleTownhouse: 'opMapleTown000K5l6M7',
		gardenFlat: 'opGardenFlat00N8o9P0',
		seaviewCondo: 'opSeaview00000Q1r2S3',
		parkStudio: 'opParkStudio00T4u5V6',
		hillsideHouse: 'opHillside0000W7x8Y9',
		oldMill: 'opOldMill00000Z0a1B2',
		riversidePlot: 'opRiverside000C3d4E5',
		cornerShop: 'opCornerShop00F6g7H8',
		westEndVilla: 'opWestEnd00000J9k0L1',
		lakeCabin: 'opLakeCabin000M2n3O4',
	},
	/** What the demo location has defined itself; by the ID and by the key. */
	objects: { listings: LISTINGS },
	/** Stored by `addListings`. */
	listings: {
		pierHouse: 'orPierHouse00T7u8V9w0',
		oldMill: 'orOldMill0000X1y2Z3a4',
		gardenFlat: 'orGardenFlat0B5c6D7e8',
		lakeCabin: 'orLakeCabin00F9g0H1i2',
	},
	/** Stored by `addConversations`, of as many contacts. */
	conversations: {
		viewing: 'cvViewing00000A1b2C3',
		offer: 'cvOffer0000000D4e5F6',
		question: 'cvQuestion0000G7h8I9',
		newsletter: 'cvNewsletter00J0k1L2',
	},
	/** In these conversations: a reply that nobody has read, an email, a text that waits for its time. */
	messages: {
		reply: 'msReply00000000M3n4O',
		email: 'msEmail00000000P5q6R',
		scheduled: 'msScheduled0000S7t8',
	},
	emailMessages: { listing: 'emListing000000U9v0W' },
	/** A provider of the location's own, for messages of the type Custom. */
	conversationProviders: { house: 'cpHouse00000000X1y2Z' },
	calendars: {
		/** Ben's own. */
		viewings: 'clViewings00R5s6T7u8',
		/** Round robin of Amelia and Chloe, booked a day ahead at least and two months at most. */
		consultations: 'clConsultat0V9w0X1y2',
		/** Belongs to the other location. */
		otherLocationCalendar: 'clOtherLoc00Z3a4B5c6',
	},
	/** The group that `viewings` is in. */
	calendarGroups: { showings: 'cgShowings00D7e8F9g0' },
	/** Stored by `addAppointments`, of the contacts of the opportunities of the same name. */
	appointments: {
		seaviewCondo: 'apSeaview00000A1b2C3',
		harborLoft: 'apHarborLoft0D4e5F6g',
		mapleTownhouse: 'apMapleTown000H7i8J9',
		riversidePlot: 'apRiverside000K0l1M2',
	},
	/** Marketplace app of the demo, installed in the demo location; an agency may install it too. */
	app: {
		clientId: '66f0c0de5a11db0c5a11db0c-demoapp1',
		clientSecret: '0f0e0d0c-0b0a-4900-8807-060504030201',
		/** Also the version id. */
		id: '66f0c0de5a11db0c5a11db0c',
	},
	/** A private app: its consent page needs `version_id`. Only a sub-account can install it. */
	privateApp: {
		clientId: '66f0c0de9e11a7e09e11a7e0-private1',
		clientSecret: '1f1e1d1c-1b1a-4911-9817-161514131211',
		id: '66f0c0de9e11a7e09e11a7e0',
	},
} as const;

/** Of the records that the resources name themselves. */
function idsOfRecords(): DemoIds {
	const ids = EVERY_RESOURCE.map(([name, { demo = {} }]) => [
		name,
		Object.fromEntries(Object.entries(demo).map(([called, { id }]) => [called, id])),
	]);
	return Object.fromEntries(ids) as DemoIds;
}
