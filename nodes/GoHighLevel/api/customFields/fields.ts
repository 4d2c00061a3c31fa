import type { IDataObject } from 'n8n-workflow';

import { records } from '../answers';
import type { HighLevelClient } from '../client';
import { knownList } from '../knownList';
import { request } from '../request';

/** Whose field a custom field is. */
export type CustomFieldModel = 'contact' | 'opportunity';

/** A custom field as HighLevel answers it; only what this package looks at is named. */
export interface CustomField extends IDataObject {
	id: string;
	name: string;
	/** Such as `contact.budget`. */
	fieldKey: string;
	/** TEXT, LARGE_TEXT, NUMERICAL, MONETORY (as HighLevel spells it), DATE, SINGLE_OPTIONS, … */
	dataType: string;
	/** Choices; the boxes of a text box list. */
	picklistOptions?: Array<string | { id?: string; label: string }>;
	/** Of a field for files. */
	isMultiFileAllowed?: boolean;
	maxFileLimit?: number;
	model?: string;
}

/**
 * The custom fields of a location; `model` says whose: `contact`, `opportunity` or `all`. Others have their requests in
 * `records/customFields`.
 */
export const readCustomFields = request(
	{ endpoint: 'GET /locations/{locationId}/customFields', scopes: ['locations/customFields.readonly'] },
	(path) =>
		async (api: HighLevelClient, query: { model: string }): Promise<CustomField[]> => {
			const { locationId } = api;
			return await api.get(path({ locationId }), records<CustomField>('customFields'), query);
		},
);

/** The custom fields of contacts, those of opportunities, or all. */
export const knownCustomFields = knownList(
	'custom fields',
	async (api: HighLevelClient, model: CustomFieldModel | 'all'): Promise<CustomField[]> => {
		const customFields = await readCustomFields(api, { model });
		return customFields.filter(
			(field) => model === 'all' || field.model === undefined || field.model === model,
		);
	},
);

/** The choices of a field by name, whether HighLevel gives them as texts or as objects with a label. */
export function choiceNamesOf({ picklistOptions }: Pick<CustomField, 'picklistOptions'>): string[] {
	const options: unknown[] = Array.isArray(picklistOptions) ? picklistOptions : [];
	return options.flatMap((option) => {
		const { label, name, value } = (option ?? {}) as IDataObject;
		const text = typeof option === 'object' ? (label ?? name ?? value) : option;
		return typeof text === 'string' || typeof text === 'number' ? [String(text)] : [];
	});
}
