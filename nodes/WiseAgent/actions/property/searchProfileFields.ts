import type { INodeProperties } from 'n8n-workflow';

import { required } from '../../../core/editor/locator';
import { ownValue } from '../../../core/values/ownValue';
import type { Fields } from '../../api/client';
import { text } from '../optionalFields';

/** Fields of a search profile, by the name that is answered; when one is added, each has a name of its own. */
const WISHES: Array<
	[displayName: string, name: string, addedAs: string, description: string, placeholder?: string]
> = [
	['Area', 'propArea', 'propInfoArea', 'Size of the land'],
	['Building Size (Sqft)', 'propSqft', 'propInfoSqft', 'Size of the building in square feet', 'e.g. 1800'],
	['City', 'propCity', 'propInfoCity', 'Town or city where the property should be'],
	['Max Price', 'maxPrice', 'propInfoMaxPrice', 'The most that it may cost', 'e.g. 450000'],
	['Min Baths', 'propBath', 'propInfoMinBaths', 'How many bathrooms it must have', 'e.g. 2'],
	['Min Beds', 'propBed', 'propInfoMinBeds', 'How many bedrooms it must have', 'e.g. 3'],
	['Min Price', 'minPrice', 'propInfoMinPrice', 'The least that it may cost', 'e.g. 250000'],
	[
		'Moving Within (Months)',
		'propMoving',
		'propInfoMoving',
		'In how many months the person wants to move',
		'e.g. 3',
	],
	['Notes', 'propNotes', 'propInfoNotes', 'Further wishes'],
	['Property Type', 'propType', 'propInfoPropType', 'Kind of property', 'e.g. residential'],
	['Rent or Own', 'propRentOwn', 'propInfoRentOwn', 'Whether it is to rent or to buy', 'e.g. own'],
	['Zip', 'propZip', 'propInfoZip', 'Postal code where the property should be', 'e.g. 85212'],
];

export const wishes: INodeProperties[] = WISHES.map(([displayName, name, , description, placeholder]) =>
	text(displayName, name, description, placeholder),
);

/** The same under the names by which a new search profile takes them. */
export function addedFields(fields: Fields): Fields {
	return Object.fromEntries(
		WISHES.filter(([, name]) => ownValue(fields, name) !== undefined).map(([, name, addedAs]) => [
			addedAs,
			ownValue(fields, name),
		]),
	);
}

export const searchId = required(
	text(
		'Search Profile ID',
		'searchId',
		'ID of the search profile, as Get Search Profiles puts it out',
		'e.g. 1234',
	),
);
