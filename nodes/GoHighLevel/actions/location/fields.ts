import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import type { Params } from '../../../core/operation/params';
import { countryOf } from '../../../core/values/countries';
import { emailOf } from '../../../core/values/emails';
import { phoneOf } from '../../../core/values/phones';
import { isEmpty, textOf } from '../../../core/values/texts';
import { yesNoOf } from '../../../core/values/yesNo';
import type { NewLocation } from '../../api/records/newLocations';
import { ownValue } from '../../../core/values/ownValue';

function text(displayName: string, name: string, description: string, placeholder?: string): INodeProperties {
	return { displayName, name, type: 'string', default: '', description, ...(placeholder && { placeholder }) };
}

export const locationName: INodeProperties = {
	...text('Name', 'name', 'The name of the business', 'e.g. Harborview Realty'),
	required: true,
};

/** Without `twilio` and `mailgun`: these are secrets, which do not belong in a workflow. */
export const additional: INodeProperties[] = [
	text('Address', 'address', 'Street and number'),
	text('City', 'city', 'Town or city'),
	text('Country', 'country', 'Name or code of the country, which is sent as two letters', 'e.g. US'),
	text(
		'Phone',
		'phone',
		'Phone number of the business, with its country code or as it is dialed in the country that is given',
		'e.g. +12125550100',
	),
	text('Postal Code', 'postalCode', 'Postal code of the business'),
	text('Snapshot ID', 'snapshotId', 'The snapshot that HighLevel loads into the new location'),
	text('State', 'state', 'State or region'),
	text('Time Zone', 'timezone', 'Time zone of the business', 'e.g. America/New_York'),
	text('Website', 'website', 'Website of the business', 'e.g. https://example.com'),
];

/** Who the location is made for. HighLevel takes all three or none. */
export const prospect: INodeProperties[] = [
	text('Email', 'email', 'Email of the person for whom the location is created', 'e.g. name@email.com'),
	text('First Name', 'firstName', 'First name of the person for whom the location is created'),
	text('Last Name', 'lastName', 'Last name of the person for whom the location is created'),
];

function flag(displayName: string, name: string, description: string): INodeProperties {
	return { displayName, name, type: 'boolean', default: false, description };
}

export const settings: INodeProperties[] = [
	flag(
		'Allow Duplicate Contacts',
		'allowDuplicateContact',
		'Whether two contacts may have the same email or phone',
	),
	flag(
		'Allow Duplicate Opportunities',
		'allowDuplicateOpportunity',
		'Whether a contact may have several opportunities in a pipeline',
	),
	flag(
		'Allow Facebook Name Merge',
		'allowFacebookNameMerge',
		'Whether HighLevel may merge contacts of Facebook by their names',
	),
	flag(
		'Disable Contact Time Zone',
		'disableContactTimezone',
		'Whether HighLevel does not use the time zone of contacts',
	),
];

export const social: INodeProperties[] = [
	text('Blog RSS', 'blogRss', 'Address of the feed of the blog'),
	text('Facebook', 'facebookUrl', 'Address of the page on Facebook'),
	text('Foursquare', 'foursquare', 'Address of the page on Foursquare'),
	text('Google Places ID', 'googlePlacesId', 'ID of the business in Google Places'),
	text('Google Plus', 'googlePlus', 'Address of the page on Google Plus'),
	text('Instagram', 'instagram', 'Address of the page on Instagram'),
	text('LinkedIn', 'linkedIn', 'Address of the page on LinkedIn'),
	text('Pinterest', 'pinterest', 'Address of the page on Pinterest'),
	text('Twitter', 'twitter', 'Address of the page on Twitter'),
	text('Yelp', 'yelp', 'Address of the page on Yelp'),
	text('YouTube', 'youtube', 'Address of the page on YouTube'),
];

/** The location that the parameters describe; what is empty stays out. Throws a `Failure` for what cannot be. */
export function newLocationOf(params: Params): NewLocation {
	const name = params.filled('name');
	const { country: givenCountry, phone: givenPhone, ...plain } = params.collection('additionalFields');
	const country = isEmpty(givenCountry) ? undefined : countryOf(givenCountry, params.label('country'));
	const phone = isEmpty(givenPhone) ? undefined : phoneOf(givenPhone, params.label('phone'), { country });
	const parts = {
		prospectInfo: prospectOf(params),
		settings: settingsOf(params),
		social: textsOf(params, 'social'),
	};
	const filled = Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0);
	return {
		name,
		...textsIn(params, plain),
		...(country === undefined ? {} : { country }),
		...(phone === undefined ? {} : { phone }),
		...Object.fromEntries(filled),
	};
}

function textsOf(params: Params, name: string): IDataObject {
	return textsIn(params, params.collection(name));
}

function textsIn(params: Params, given: IDataObject): IDataObject {
	const entries = Object.entries(given).filter(([, value]) => !isEmpty(value));
	return Object.fromEntries(entries.map(([name, value]) => [name, textOf(value, params.label(name))]));
}

function prospectOf(params: Params): IDataObject {
	const { email, ...texts } = params.collection('prospectInfo');
	const given = {
		...textsIn(params, texts),
		...(isEmpty(email) ? {} : { email: emailOf(email, params.label('email')) }),
	};
	const missing = prospect.filter(({ name }) => ownValue(given, name) === undefined);
	if (missing.length === 0 || missing.length === prospect.length) return given;
	const labels = missing.map(({ displayName }) => displayName).join(', ');
	throw new Failure(
		`"Prospect" is not complete: ${labels} ${missing.length > 1 ? 'are' : 'is'} empty`,
		'HighLevel takes the first name, the last name and the email, or none of them.',
		{ field: 'prospectInfo' },
	);
}

function settingsOf(params: Params): IDataObject {
	const entries = Object.entries(params.collection('settings')).flatMap(([name, value]) => {
		const given = yesNoOf(value, params.label(name));
		return given === undefined ? [] : [[name, given] as const];
	});
	return Object.fromEntries(entries);
}
