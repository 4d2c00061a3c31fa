import { closedObject, count, filledText, flag, text } from '../../shared/jsonSchema';

export const tagBody = closedObject({ name: filledText }, ['name']);

export const customValueBody = closedObject({ name: filledText, value: text }, ['name', 'value']);

export const locationQuery = closedObject({ locationId: text });

export const searchLocationsQuery = closedObject({
	companyId: text,
	skip: count(0),
	limit: count(1),
	order: { type: 'string', enum: ['asc', 'desc'] },
	email: text,
});

export const campaignsQuery = closedObject({ locationId: text, status: text });

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

/** Source: official specifications, locations. What an origin is, they do not say. */
export const templatesQuery = closedObject(
	{
		originId: filledText,
		deleted: flag,
		skip: count(0),
		limit: count(1),
		type: { type: 'string', enum: ['sms', 'email', 'whatsapp'] },
	},
	['originId'],
);

/** For routes without parameters of their own. */
export const emptyQuery = closedObject({});
