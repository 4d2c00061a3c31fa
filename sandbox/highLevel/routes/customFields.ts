import type { ApiRoute, Call } from '../wire/apiRoute';
import { customFieldFields } from '../customFieldInput';
import { badRequest, notFound } from '../wire/errors';
import { customFieldKey } from '../state/keys';
import type { CustomFieldRecord } from '../state/records';
import { createCustomFieldBody, customFieldsQuery, updateCustomFieldBody } from '../schemas/customField';
import { customFieldView } from '../views/customField';
import { locationOf } from './lookups';

const PATH = '/locations/:locationId/customFields';

/** Custom fields of a location. Source: official specifications, locations. */
export const customFieldRoutes: ApiRoute[] = [
	{
		method: 'GET',
		path: PATH,
		scope: 'locations/customFields.readonly',
		query: customFieldsQuery,
		answer: (call) => {
			// Which model is listed without the parameter is not documented; contacts are what the API is about.
			const model = call.query['model'] ?? 'contact';
			const fields = call.state.customFields.inGroup(locationOf(call).id);
			const wanted = fields.filter((field) => model === 'all' || field.model === model);
			return { customFields: wanted.map(customFieldView) };
		},
	},
	{
		method: 'POST',
		path: PATH,
		scope: 'locations/customFields.write',
		body: createCustomFieldBody,
		status: 201,
		answer: create,
	},
	{
		method: 'GET',
		path: `${PATH}/:id`,
		scope: 'locations/customFields.readonly',
		answer: (call) => ({ customField: customFieldView(customFieldByIdOrKey(call)) }),
	},
	{
		method: 'PUT',
		path: `${PATH}/:id`,
		scope: 'locations/customFields.write',
		body: updateCustomFieldBody,
		answer: (call) => {
			const before = customFieldOf(call);
			const changes = customFieldFields(call.state, before.dataType, call.body, before);
			return { customField: store(call, { ...before, ...changes }) };
		},
	},
	{
		method: 'DELETE',
		path: `${PATH}/:id`,
		scope: 'locations/customFields.write',
		answer: (call) => {
			const field = customFieldOf(call);
			takeOffRecords(call, field);
			call.state.customFields.delete(field.id);
			// Misspelt under v3 as well.
			return { succeded: true };
		},
	},
];

function create(call: Call): object {
	const { state, body } = call;
	const { id: locationId } = locationOf(call);
	const {
		name,
		dataType,
		model = 'contact',
	} = body as Pick<CustomFieldRecord, 'name' | 'dataType' | 'model'>;
	const id = state.newId();
	const fieldKey = customFieldKey(model, name, id);
	refuseTaken(call, fieldKey);
	const empty = { placeholder: '', position: 0, options: [], textBoxes: [] };
	const fields = customFieldFields(state, dataType, body);
	return {
		customField: store(call, { ...empty, id, name, fieldKey, dataType, locationId, model, ...fields }),
	};
}

function store(call: Call, field: CustomFieldRecord): object {
	call.state.customFields.set(field.id, field);
	return customFieldView(field);
}

/** Contacts are written by key, so that two fields cannot share one; how the product refuses it is not documented. */
function refuseTaken(call: Call, fieldKey: string): void {
	const own = call.state.customFields.inGroup(locationOf(call).id);
	if (own.some((field) => field.fieldKey === fieldKey)) {
		throw badRequest(`Custom field with key ${fieldKey} already exists`);
	}
}

/** The field that the path names.
 * @throws ApiError 400 when the location does not have it, or when the body names another model than its own */
function customFieldOf(call: Call): Readonly<CustomFieldRecord> {
	const id = call.params['id'] ?? '';
	const field = call.state.customFields.get(id);
	const { model = field?.model } = call.body as { model?: string };
	if (field?.locationId !== locationOf(call).id || field.model !== model) throw notFound('Custom field', id);
	return field;
}

/** Reading takes a key as well. Standard fields, whose keys are documented for it too, are not among the sandbox's. */
function customFieldByIdOrKey(call: Call): Readonly<CustomFieldRecord> {
	const own = call.state.customFields.inGroup(locationOf(call).id);
	return own.find(({ fieldKey }) => fieldKey === call.params['id']) ?? customFieldOf(call);
}

/** No event tells of it: nobody changed the contacts and opportunities. */
function takeOffRecords({ state }: Call, { id, locationId }: Readonly<CustomFieldRecord>): void {
	state.silently(() => {
		for (const opportunity of state.opportunities.inGroup(locationId)) {
			const customFields = opportunity.customFields.filter((value) => value.id !== id);
			if (customFields.length === opportunity.customFields.length) continue;
			state.change('opportunities', opportunity.id, { customFields });
		}
		for (const contact of state.contacts.inGroup(locationId)) {
			const customFields = contact.customFields.filter((value) => value.id !== id);
			if (customFields.length === contact.customFields.length) continue;
			state.updateContact(contact.id, { customFields });
		}
	});
}
