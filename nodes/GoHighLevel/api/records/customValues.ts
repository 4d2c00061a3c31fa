import type { IDataObject } from 'n8n-workflow';

import { path } from '../../../core/sending/path';
import { record, records } from '../answers';
import type { HighLevelClient } from '../client';
import { createOnce } from '../creating';

/** A custom value as HighLevel answers it. */
export interface CustomValue extends IDataObject {
	id: string;
	name: string;
	/** What templates insert it by: `{{ custom_values.office_hours }}`. */
	fieldKey?: string;
	value?: string;
	locationId?: string;
}

/** The writable fields of a custom value, under the API's own names. */
export interface CustomValueFields {
	name?: string;
	value?: string;
}

/** All custom values of the location. */
export async function listCustomValues(api: HighLevelClient): Promise<CustomValue[]> {
	return await api.get(path`/locations/${api.locationId}/customValues`, records<CustomValue>('customValues'));
}

export async function getCustomValue(api: HighLevelClient, customValueId: string): Promise<CustomValue> {
	return await api.get(
		path`/locations/${api.locationId}/customValues/${customValueId}`,
		record<CustomValue>('customValue', customValueId),
	);
}

/** Creates a custom value, once. HighLevel does not say when one was added, so the values are read before. */
export async function createCustomValue(
	api: HighLevelClient,
	{ name, value }: Required<CustomValueFields>,
): Promise<CustomValue> {
	return await createOnce<CustomValue>(api, {
		path: path`/locations/${api.locationId}/customValues`,
		body: { name, value },
		recordIn: record<CustomValue>('customValue'),
		list: async () => await listCustomValues(api),
		isSame: (customValue) => customValue.name === name && customValue.value === value,
	});
}

/** Writes the given fields; HighLevel wants both each time, so one that is not given is read before. */
export async function updateCustomValue(
	api: HighLevelClient,
	customValueId: string,
	fields: CustomValueFields,
): Promise<CustomValue> {
	return await api.alone(customValueId, async () => {
		const { name, value } = isComplete(fields)
			? fields
			: { ...(await getCustomValue(api, customValueId)), ...fields };
		return await api.put(
			path`/locations/${api.locationId}/customValues/${customValueId}`,
			record<CustomValue>('customValue', customValueId),
			{
				name,
				value: value ?? '',
			},
		);
	});
}

export async function deleteCustomValue(api: HighLevelClient, customValueId: string): Promise<void> {
	await api.delete(path`/locations/${api.locationId}/customValues/${customValueId}`);
}

function isComplete({ name, value }: CustomValueFields): boolean {
	return name !== undefined && value !== undefined;
}
