import { DEMO } from './demo';
import type { AppRecord } from '../oauth/records';
import { addAppointments } from './appointments';
import { calendars } from './calendars';
import { addContacts } from './contacts';
import { addConversations } from './conversations';
import { addFormFields, addSubmissions } from './forms';
import { addListings } from './listings';
import { addLocations, installDemoApp } from './locations';
import { addOpportunities } from './opportunities';
import type { CustomFieldRecord, DataType, LocationRecord, TokenRecord, UserRecord } from '../state/records';
import { EVERY_RESOURCE } from '../resources';
import { ALL_SCOPES, APP_SCOPES } from './scopes';
import type { SandboxState, SeedData } from '../state/state';

const { companyId, locationId, otherLocationId } = DEMO;
const ids = DEMO.customFields;

/** The demo agency: two locations, four users, custom fields, calendars, tags, no contacts. */
export const demoSeed: SeedData = {
	home: { companyId, locationId, token: DEMO.token, scopes: ALL_SCOPES, app: DEMO.app, constants: DEMO },
	calendarId: DEMO.calendars.viewings,
	fill,
	addContacts,
	addOpportunities,
	addListings,
	addConversations,
	addSubmissions,
	addLocations,
};

/** The same with opportunities, appointments, conversations, listings and submissions, and contacts for them. */
export const lifelikeSeed: SeedData = {
	...demoSeed,
	fill: (state, allowDuplicateContact) => {
		fill(state, allowDuplicateContact);
		addOpportunities(state);
		addAppointments(state);
		addConversations(state);
		addListings(state);
		addSubmissions(state);
	},
};

function fill(state: SandboxState, allowDuplicateContact: boolean): void {
	for (const location of locations(allowDuplicateContact)) state.locations.set(location.id, location);
	for (const user of users()) state.users.set(user.id, user);
	for (const field of customFields()) state.customFields.set(field.id, field);
	for (const calendar of calendars()) state.calendars.set(calendar.id, calendar);
	for (const token of tokens()) state.tokens.set(token.token, token);
	for (const app of apps()) state.apps.set(app.clientId, app);
	installDemoApp(state, state.locations.get(locationId) as LocationRecord);
	for (const name of ['new lead', 'buyer', 'seller', 'past client', 'newsletter'])
		addTag(state, locationId, name);
	addTag(state, otherLocationId, 'renter');
	addRecords(state);
	addFormFields(state);
}

/** When the demo location was set up. */
const SET_UP_AT = '2026-01-12T15:04:05.000Z';

/** What the resources say that the demo location has. */
function addRecords(state: SandboxState): void {
	for (const [name, { under, stamps = [], demo = {} }] of EVERY_RESOURCE) {
		const made = Object.fromEntries([[under, locationId], ...stamps.map((stamp) => [stamp, SET_UP_AT])]);
		for (const record of Object.values(demo)) state.add(name, { ...made, ...record });
	}
}

function addTag(state: SandboxState, ownerId: string, name: string): void {
	const id = state.newId();
	state.tags.set(id, { id, name, locationId: ownerId });
}

function locations(allowDuplicateContact: boolean): LocationRecord[] {
	return [
		{
			id: locationId,
			companyId,
			name: 'Harborview Realty',
			address: '48 South Street',
			city: 'New York',
			state: 'NY',
			country: 'US',
			postalCode: '10005',
			website: 'https://harborview.example',
			timezone: 'America/New_York',
			email: 'office@harborview.example',
			phone: '+12125550100',
			allowDuplicateContact,
			identifierPriority: ['email', 'phone'],
		},
		{
			id: otherLocationId,
			companyId,
			name: 'Lakeside Homes',
			address: '200 North Lake Shore Drive',
			city: 'Chicago',
			state: 'IL',
			country: 'US',
			postalCode: '60611',
			website: 'https://lakeside.example',
			timezone: 'America/Chicago',
			email: 'office@lakeside.example',
			phone: '+13125550100',
			allowDuplicateContact: false,
			identifierPriority: ['email', 'phone'],
		},
	];
}

function users(): UserRecord[] {
	const agent = (id: string, firstName: string, lastName: string, owner: string, role: 'admin' | 'user') => ({
		id,
		companyId,
		firstName,
		lastName,
		email: `${firstName.toLowerCase()}@${owner === locationId ? 'harborview' : 'lakeside'}.example`,
		phone: '',
		type: 'account' as const,
		role,
		locationIds: [owner],
	});
	return [
		agent(DEMO.users.amelia, 'Amelia', 'Hart', locationId, 'admin'),
		agent(DEMO.users.ben, 'Ben', 'Okafor', locationId, 'user'),
		agent(DEMO.users.chloe, 'Chloe', 'Marsh', locationId, 'user'),
		agent(DEMO.users.daniel, 'Daniel', 'Reyes', otherLocationId, 'admin'),
	];
}

function customFields(): CustomFieldRecord[] {
	let position = 0;
	const field = (
		id: string,
		name: string,
		key: string,
		dataType: DataType,
		more: Partial<CustomFieldRecord> = {},
	): CustomFieldRecord => ({
		id,
		name,
		fieldKey: `${more.model ?? 'contact'}.${key}`,
		dataType,
		placeholder: '',
		position: (position += 50),
		options: [],
		textBoxes: [],
		locationId,
		model: 'contact',
		...more,
	});
	const socials = [
		{ id: DEMO.textBoxes.linkedIn, label: 'LinkedIn', prefillValue: '' },
		{ id: DEMO.textBoxes.instagram, label: 'Instagram', prefillValue: '' },
	];
	return [
		field(ids.leadSourceDetail, 'Lead Source Detail', 'lead_source_detail', 'TEXT'),
		field(ids.budget, 'Budget', 'budget', 'MONETORY'),
		field(ids.moveInDate, 'Move-in Date', 'movein_date', 'DATE'),
		field(ids.propertyType, 'Property Type', 'property_type', 'SINGLE_OPTIONS', {
			options: ['House', 'Condo', 'Townhouse', 'Land'],
		}),
		field(ids.interests, 'Interests', 'interests', 'MULTIPLE_OPTIONS', {
			options: ['Buying', 'Selling', 'Renting', 'Investing'],
		}),
		field(ids.notesFromAgent, 'Notes from Agent', 'notes_from_agent', 'LARGE_TEXT'),
		field(ids.bedrooms, 'Bedrooms', 'bedrooms', 'NUMERICAL'),
		field(ids.amenities, 'Amenities', 'amenities', 'CHECKBOX', {
			options: ['Garage', 'Garden', 'Pool', 'Elevator'],
		}),
		field(ids.preferredContact, 'Preferred Contact', 'preferred_contact', 'RADIO', {
			options: ['Phone', 'E-mail', 'WhatsApp'],
		}),
		field(ids.workPhone, 'Work Phone', 'work_phone', 'PHONE'),
		field(ids.socialProfiles, 'Social Profiles', 'social_profiles', 'TEXTBOX_LIST', { textBoxes: socials }),
		field(ids.documents, 'Documents', 'documents', 'FILE_UPLOAD', {
			files: { formats: [], multiple: true, limit: 4 },
		}),
		field(ids.dealType, 'Deal Type', 'deal_type', 'SINGLE_OPTIONS', {
			options: ['Purchase', 'Sale'],
			model: 'opportunity',
		}),
		field(ids.otherLocationField, 'Pets', 'pets', 'TEXT', { locationId: otherLocationId }),
	];
}

function tokens(): TokenRecord[] {
	const pit = (token: string, owner: string | null, scopes: readonly string[]): TokenRecord => ({
		token,
		kind: 'pit',
		level: owner === null ? 'agency' : 'location',
		companyId,
		locationId: owner,
		scopes,
		app: null,
	});
	const readOnly = ALL_SCOPES.filter((scope) => scope.endsWith('.readonly'));
	return [
		pit(DEMO.token, locationId, ALL_SCOPES),
		pit(DEMO.readOnlyToken, locationId, readOnly),
		pit(DEMO.otherLocationToken, otherLocationId, ALL_SCOPES),
		pit(DEMO.agencyToken, null, ['locations.readonly', 'locations.write', 'users.readonly']),
	];
}

/** Any port will do: what runs on this machine chooses its own. */
const REDIRECT_URIS = [
	'http://localhost/rest/oauth2-credential/callback',
	'http://127.0.0.1/rest/oauth2-credential/callback',
];

function registration({ clientId, clientSecret }: typeof DEMO.app | typeof DEMO.privateApp) {
	return { clientId, clientSecret, scopes: APP_SCOPES, redirectUris: REDIRECT_URIS };
}

function apps(): AppRecord[] {
	const { app, privateApp } = DEMO;
	return [
		{
			...registration(app),
			name: 'Demo sync app',
			visibility: 'public',
			bulkInstallable: true,
		},
		{
			...registration(privateApp),
			name: 'Private demo app',
			visibility: 'private',
			bulkInstallable: false,
		},
	];
}
