import { making } from '../../../core/operation/request';
import type { HighLevelClient } from '../client';
import type { CustomField } from '../customFields/fields';
import { knownCustomFields, readCustomFields } from '../customFields/fields';
import { kindOf } from './kit';

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

/** The specification names no scope for one field; those of the list and of creation are assumed. */
const customField = kindOf<CustomField, 'customFieldId'>({
	path: '/locations/{locationId}/customFields',
	id: 'customFieldId',
	one: 'customField',
	read: 'locations/customFields.readonly',
	write: 'locations/customFields.write',
});

const get = customField.get();

/** `dataType` is written as HighLevel spells it; `model` is `contact` or `opportunity`. */
type NewCustomField = CustomFieldSettings & { name: string; dataType: string; model: string };

/** HighLevel does not say when a field was added, so the fields are read before. */
const create = customField.create<NewCustomField>({
	list: readCustomFields,
	listed: ({ model }) => ({ model }),
	isSame: ({ name, dataType }, sent) => name === sent.name && dataType === sent.dataType,
});

const write = customField.change<CustomFieldSettings & { model?: string }>(get);

const remove = customField.delete(get);

export const customFields = {
	list: readCustomFields,
	get,
	create: making(create, [], async (...given: Parameters<typeof create>) => {
		return await changing(given[0], async () => await create(...given));
	}),
	/**
	 * Writes settings and leaves all others as they are. HighLevel wants to be told name and model each time, so the
	 * field is read before.
	 *
	 * @param settingsFor what to write to the field as it is now
	 */
	change: making(
		write,
		[get],
		async (
			api: HighLevelClient,
			{ customFieldId }: { customFieldId: string },
			settingsFor: (field: CustomField) => CustomFieldSettings,
		) =>
			await api.alone(customFieldId, async () => {
				const field = await get(api, { customFieldId });
				const { name, model } = field;
				const settings = { name, ...(model ? { model } : {}), ...settingsFor(field) };
				return await changing(api, async () => await write(api, { ...settings, customFieldId }));
			}),
	),
	delete: making(remove, [], async (...given: Parameters<typeof remove>) => {
		await changing(given[0], async () => await remove(...given));
	}),
};

/** What was read of the fields before is out of date after, also when the answer was lost. */
async function changing<T>(api: HighLevelClient, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} finally {
		knownCustomFields.forget(api);
	}
}
