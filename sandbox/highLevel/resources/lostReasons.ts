import { closedObject, count, filledText, flag, text } from '../../shared/jsonSchema';
import type { Resource } from '../kit/resource';

/** Why an opportunity was lost. */
export interface LostReasonRecord {
	id: string;
	locationId: string;
	name: string;
	deleted: boolean;
	createdAt: string;
	updatedAt: string;
}

/** Source: official specifications, opportunities. That `total` comes with `getCount` only is not documented. */
export const lostReasons: Resource<LostReasonRecord, 'price' | 'otherAgent'> = {
	called: 'Lost reason',
	path: '/opportunities/lost-reason',
	scope: 'opportunities',
	under: 'locationId',
	stamps: ['createdAt', 'updatedAt'],
	empty: { deleted: false },
	view: ({ deleted: _deleted, ...shown }) => shown,
	answers: {
		many: (lostReasons, { found }, { query }) => ({
			lostReasons,
			...(query['getCount'] ? { total: found } : {}),
		}),
	},
	list: {
		query: closedObject(
			{
				locationId: filledText,
				name: text,
				deleted: flag,
				query: text,
				skip: count(0),
				limit: count(1),
				getCount: flag,
			},
			['locationId'],
		),
		limit: 100,
		wanted: (reason, { query: { name = reason.name, deleted = false, query = '' } }) =>
			reason.name === name &&
			reason.deleted === deleted &&
			reason.name.toLowerCase().includes(String(query).toLowerCase()),
	},
	demo: {
		price: { id: 'lrPrice00000V2w3X4y5', name: 'Price too high' },
		otherAgent: { id: 'lrOtherAgent0Z6a7B8c', name: 'Went with another agent' },
	},
};
