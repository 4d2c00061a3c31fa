import type { ApiRoute, Call } from '../wire/apiRoute';
import { badRequest, notFound } from '../wire/errors';
import { customValueKey } from '../state/keys';
import type { CustomValueRecord } from '../state/recordsLocation';
import { customValueBody } from '../schemas/location';
import { locationOf } from './lookups';

const PATH = '/locations/:locationId/customValues';

/** Custom values of a location. Source: official specifications, locations. */
export const customValueRoutes: ApiRoute[] = [
	{
		method: 'GET',
		path: PATH,
		scope: 'locations/customValues.readonly',
		answer: (call) => ({ customValues: call.state.customValues.inGroup(locationOf(call).id) }),
	},
	{
		method: 'POST',
		path: PATH,
		scope: 'locations/customValues.write',
		body: customValueBody,
		status: 201,
		answer: (call) => {
			const id = call.state.newId();
			const { name, value } = sent(call);
			const fieldKey = customValueKey(name, id);
			refuseTaken(call, fieldKey);
			return { customValue: store(call, { id, name, fieldKey, value, locationId: locationOf(call).id }) };
		},
	},
	{
		method: 'GET',
		path: `${PATH}/:id`,
		scope: 'locations/customValues.readonly',
		answer: (call) => ({ customValue: customValueOf(call) }),
	},
	{
		method: 'PUT',
		path: `${PATH}/:id`,
		scope: 'locations/customValues.write',
		body: customValueBody,
		// The key stays: whether a new name gives a new one is not documented, and it would break what uses the old.
		answer: (call) => ({ customValue: store(call, { ...customValueOf(call), ...sent(call) }) }),
	},
	{
		method: 'DELETE',
		path: `${PATH}/:id`,
		scope: 'locations/customValues.write',
		answer: (call) => {
			call.state.customValues.delete(customValueOf(call).id);
			// Misspelt under v3 as well.
			return { succeded: true };
		},
	},
];

const sent = (call: Call) => call.body as { name: string; value: string };

function store(call: Call, customValue: CustomValueRecord): CustomValueRecord {
	call.state.customValues.set(customValue.id, customValue);
	return customValue;
}

function customValueOf(call: Call): Readonly<CustomValueRecord> {
	const id = call.params['id'] ?? '';
	const customValue = call.state.customValues.get(id);
	if (customValue?.locationId !== locationOf(call).id) throw notFound('Custom value', id);
	return customValue;
}

/** Templates could not tell two values of one key apart; how the product refuses them is not documented. */
function refuseTaken(call: Call, fieldKey: string): void {
	const own = call.state.customValues.inGroup(locationOf(call).id);
	if (own.some((customValue) => customValue.fieldKey === fieldKey)) {
		throw badRequest(`Custom value with key ${fieldKey} already exists`);
	}
}
