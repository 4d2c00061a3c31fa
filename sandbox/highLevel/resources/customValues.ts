import { closedObject, filledText, text } from '../../shared/jsonSchema';
import type { Resource } from '../kit/resource';
import { customValueKey } from '../state/keys';
import type { Call } from '../wire/apiRoute';
import { badRequest } from '../wire/errors';

/** A text that templates and pages insert by its key. */
export interface CustomValueRecord {
	id: string;
	locationId: string;
	name: string;
	/** `{{ custom_values.xxx }}` */
	fieldKey: string;
	value: string;
}

const body = closedObject({ name: filledText, value: text }, ['name', 'value']);

/** Source: official specifications, locations. */
export const customValues: Resource<CustomValueRecord> = {
	called: 'Custom value',
	path: '/locations/:locationId/customValues',
	scope: 'locations/customValues',
	under: 'locationId',
	answers: {
		one: (customValue) => ({ customValue }),
		many: (customValues) => ({ customValues }),
		// Misspelt under v3 as well.
		deleted: () => ({ succeded: true }),
	},
	list: {},
	get: {},
	create: { body, fields: withKey },
	// The key stays: whether a new name gives a new one is not documented, and it would break what uses the old.
	update: { body },
	delete: {},
};

/** Templates could not tell two values of one key apart; how the product refuses them is not documented. */
function withKey({ body: sent, state }: Call, { id, locationId }: Readonly<CustomValueRecord>) {
	const { name, value } = sent as { name: string; value: string };
	const fieldKey = customValueKey(name, id);
	if (state.customValues.inGroup(locationId).some((other) => other.fieldKey === fieldKey)) {
		throw badRequest(`Custom value with key ${fieldKey} already exists`);
	}
	return { name, value, fieldKey };
}
