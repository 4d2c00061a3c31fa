import { Failure } from '../../../core/failure';
import { making } from '../../../core/operation/request';
import { isSameText } from '../../../core/values/sameText';
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
export type NewCustomField = CustomFieldSettings & { name: string; dataType: string; model: string };

/** HighLevel does not say when a field was added, so the fields are read before. */
const create = customField.create<NewCustomField>({
	list: readCustomFields,
	listed: ({ model }) => ({ model }),
	isSame: ({ name, dataType }, sent) => name === sent.name && dataType === sent.dataType,
});

/** The same by the name: a field that has it meanwhile is the wanted one, whoever created it. */
const createNamed = customField.create<NewCustomField>({
	list: readCustomFields,
	listed: ({ model }) => ({ model }),
	isSame: (field, sent) => isCalled(field, sent) && field.dataType === sent.dataType,
	isUnique: true,
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
	 * The field with a name, created where there is none: once, also when several do it at the same time, as far as
	 * HighLevel refuses a second one.
	 *
	 * @param choose which of the fields with the name is the one; throws a `Failure` when there is none among them
	 */
	createIfMissing: making(
		createNamed,
		[readCustomFields],
		async (
			api: HighLevelClient,
			wanted: NewCustomField,
			choose: (called: CustomField[]) => CustomField | undefined,
		): Promise<{ field: CustomField; isNew: boolean }> => {
			const { model } = wanted;
			const find = async () =>
				choose((await readCustomFields(api, { model })).filter((field) => isCalled(field, wanted)));
			return await api.alone(`custom fields ${model}`, async () => {
				const field = await find();
				if (field) return { field, isNew: false };
				const create = async () => ({ field: await createNamed(api, wanted), isNew: true });
				return await changing(api, create).catch(async (error: unknown) => {
					// Somebody else may have created it meanwhile.
					const other = isRefusedData(error) ? await find() : undefined;
					if (!other) throw error;
					return { field: other, isNew: false };
				});
			});
		},
	),
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

/** HighLevel gives no model where there is but one. */
function isCalled({ name, model = '' }: CustomField, wanted: { name: string; model: string }): boolean {
	return isSameText(name, wanted.name) && (model === '' || model === wanted.model);
}

function isRefusedData(error: unknown): boolean {
	return error instanceof Failure && [400, 409, 422].includes(error.details.httpCode ?? 0);
}

/** What was read of the fields before is out of date after, also when the answer was lost. */
async function changing<T>(api: HighLevelClient, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} finally {
		knownCustomFields.forget(api);
	}
}
