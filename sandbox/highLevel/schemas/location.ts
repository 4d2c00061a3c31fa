import type { JsonSchema } from '../../shared/jsonSchema';
import { closedObject, count, filledText, flag, text } from '../../shared/jsonSchema';

const email: JsonSchema = { type: 'string', format: 'email', refusal: 'must be an email' };

/** Source: official specifications, `CreateLocationDto`. */
export const createLocationBody = closedObject(
	{
		name: filledText,
		companyId: filledText,
		phone: text,
		address: text,
		city: text,
		state: text,
		country: { type: 'string', pattern: '^[A-Z]{2}$', refusal: 'must be a valid enum value' },
		postalCode: text,
		website: text,
		timezone: text,
		prospectInfo: closedObject({ firstName: text, lastName: text, email }, [
			'firstName',
			'lastName',
			'email',
		]),
		settings: closedObject({
			allowDuplicateContact: flag,
			allowDuplicateOpportunity: flag,
			allowFacebookNameMerge: flag,
			disableContactTimezone: flag,
		}),
		social: closedObject({
			facebookUrl: text,
			googlePlus: text,
			linkedIn: text,
			foursquare: text,
			twitter: text,
			yelp: text,
			instagram: text,
			youtube: text,
			pinterest: text,
			blogRss: text,
			googlePlacesId: text,
		}),
		twilio: closedObject({ sid: text, authToken: text }, ['sid', 'authToken']),
		mailgun: closedObject({ apiKey: text, domain: text }, ['apiKey', 'domain']),
		snapshotId: text,
	},
	['name', 'companyId'],
);

export const locationQuery = closedObject({ locationId: text });

export const searchLocationsQuery = closedObject({
	companyId: text,
	skip: count(0),
	limit: count(1),
	order: { type: 'string', enum: ['asc', 'desc'] },
	email: text,
});

/** Source: official specifications, users; all parameters are accepted, `sort` and `enabled2waySync` do nothing. */
export const searchUsersQuery = closedObject(
	{
		companyId: filledText,
		locationId: text,
		query: text,
		skip: count(0),
		limit: count(1),
		type: text,
		role: text,
		ids: text,
		sort: text,
		sortDirection: text,
		enabled2waySync: flag,
	},
	['companyId'],
);

/** For routes without parameters of their own. */
export const emptyQuery = closedObject({});
