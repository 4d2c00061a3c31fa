import { closedObject, count, filledText, flag, text } from '../../shared/jsonSchema';

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
