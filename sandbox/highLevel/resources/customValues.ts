import { closedObject, filledText, text } from '../../shared/jsonSchema';
import type { Resource } from '../kit/resource';
import { keyOf } from '../state/keys';
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
export const customValues: Resource<CustomValueRecord, 'officeHours' | 'bookingLink'> = {
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
	demo: {
		officeHours: {
			id: 'cvOffHours00B1c2D3e4',
			name: 'Office Hours',
			fieldKey: fieldKeyOf('Office Hours'),
			value: 'Mon-Fri 9-17',
		},
		bookingLink: {
			id: 'cvBookLink00F5g6H7i8',
			name: 'Booking Link',
			fieldKey: fieldKeyOf('Booking Link'),
			value: 'https://harborview.example/book',
		},
	},
};

/** Templates could not tell two values of one key apart; how the product refuses them is not documented. */
function withKey({ body: sent, state }: Call, { id, locationId }: Readonly<CustomValueRecord>) {
	const { name, value } = sent as { name: string; value: string };
	const fieldKey = fieldKeyOf(name, id);
	if (state.customValues.inGroup(locationId).some((other) => other.fieldKey === fieldKey)) {
		throw badRequest(`Custom value with key ${fieldKey} already exists`);
	}
	return { name, value, fieldKey };
}

/** `{{ custom_values.office_hours }}` for "Office Hours". Source: official specifications, `CustomValueSchema`. */
function fieldKeyOf(name: string, id = ''): string {
	return `{{ custom_values.${keyOf(name) || id.toLowerCase()} }}`;
}
