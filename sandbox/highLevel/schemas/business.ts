import { closedObject, filledText, text } from '../../shared/jsonSchema';

/** Source: official specifications, businesses. */
export const businessesQuery = closedObject({ locationId: text, limit: text, skip: text });

const businessFields = {
	name: filledText,
	phone: text,
	email: text,
	website: text,
	address: text,
	city: text,
	state: text,
	postalCode: text,
	country: text,
	description: text,
};

export const createBusinessBody = closedObject({ ...businessFields, locationId: filledText }, [
	'name',
	'locationId',
]);

/** The location cannot be changed. */
export const updateBusinessBody = closedObject(businessFields);
