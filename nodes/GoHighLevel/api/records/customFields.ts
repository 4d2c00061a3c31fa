import { path } from '../../../core/sending/path';
import { record } from '../answers';
import type { HighLevelClient } from '../client';
import { createOnce } from '../creating';
import type { CustomField } from '../locations';
import { forgetCustomFields, readCustomFields } from '../locations';

/** The writable settings of a custom field, under the API's own names. */
export interface CustomFieldSettings {
	name?: string;
	placeholder?: string;
	position?: number;
	/** The boxes of a text box list, or the choices of a field that has some. */
	textBoxListOptions?: Array<{ label: string; prefillValue?: string }>;
	/** File extensions with their dot. */
	acceptedFormat?: string[];
	isMultipleFile?: boolean;
	maxNumberOfFiles?: number;
}

export async function getCustomField(api: HighLevelClient, customFieldId: string): Promise<CustomField> {
	return await api.get(
		path`/locations/${api.locationId}/customFields/${customFieldId}`,
		record<CustomField>('customField', customFieldId),
	);
}

/**
 * Creates a custom field, once. HighLevel does not say when a field was added, so the fields are read before.
 *
 * @param fields `dataType` as HighLevel spells it; `model`: `contact` or `opportunity`
 */
export async function createCustomField(
	api: HighLevelClient,
	fields: CustomFieldSettings & { name: string; dataType: string; model: string },
): Promise<CustomField> {
	const { name, dataType, model } = fields;
	return await changing(
		api,
		async () =>
			await createOnce<CustomField>(api, {
				path: path`/locations/${api.locationId}/customFields`,
				body: { ...fields },
				recordIn: record<CustomField>('customField'),
				list: async () => await readCustomFields(api, model),
				isSame: (field) => field.name === name && field.dataType === dataType,
			}),
	);
}

/**
 * Writes settings and leaves all others as they are. HighLevel wants to be told name and model each time, so the
 * field is read before.
 *
 * @param settingsFor what to write to the field as it is now
 */
export async function updateCustomField(
	api: HighLevelClient,
	customFieldId: string,
	settingsFor: (field: CustomField) => CustomFieldSettings,
): Promise<CustomField> {
	return await api.alone(customFieldId, async () => {
		const field = await getCustomField(api, customFieldId);
		const { name, model } = field;
		const body = { name, ...(model ? { model } : {}), ...settingsFor(field) };
		return await changing(
			api,
			async () =>
				await api.put(
					path`/locations/${api.locationId}/customFields/${customFieldId}`,
					record<CustomField>('customField', customFieldId),
					body,
				),
		);
	});
}

export async function deleteCustomField(api: HighLevelClient, customFieldId: string): Promise<void> {
	await changing(
		api,
		async () => await api.delete(path`/locations/${api.locationId}/customFields/${customFieldId}`),
	);
}

/** What was read of the fields before is out of date after, also when the answer was lost. */
async function changing<T>(api: HighLevelClient, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} finally {
		forgetCustomFields(api);
	}
}
