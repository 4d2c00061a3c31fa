import type {
	FieldType,
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import { mapperFields } from '../../core/editor/mapperFields';
import { ownValue } from '../../core/values/ownValue';
import { boxKey, boxLabel, FILE_HINT } from '../api/customFields/names';
import { boxesOf } from '../api/customFields/values';
import type { CustomField, CustomFieldModel } from '../api/customFields/fields';
import { choiceNamesOf, knownCustomFields, readCustomFields } from '../api/customFields/fields';
import { JUST_MADE_MS } from '../api/knownList';
import { openForEditor } from './openForEditor';

/**
 * HighLevel's data type -> the widget that n8n shows; text for all others. Money is text, since it comes as people
 * write it ("$450,000"); types of several values take comma-separated text or a list, and files the names of the
 * item's binary properties.
 */
const WIDGETS: Record<string, FieldType> = {
	NUMERICAL: 'number',
	DATE: 'dateTime',
	SINGLE_OPTIONS: 'options',
	RADIO: 'options',
};

/** Data types that the API does not write. */
const NOT_OFFERED = new Set(['SIGNATURE']);

/** The custom fields of contacts for the resource mapper; each box of a text box list by itself. */
export async function contactCustomFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	return await customFieldsFor(this, 'contact', 'contacts');
}

/** The same of opportunities. */
export async function opportunityCustomFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	return await customFieldsFor(this, 'opportunity', 'opportunities');
}

async function customFieldsFor(
	context: ILoadOptionsFunctions,
	model: CustomFieldModel,
	records: string,
): Promise<ResourceMapperFields> {
	const texts = {
		parameter: 'customFields',
		fields: 'custom fields',
		none: `This location has no custom fields for ${records}. Make one in HighLevel under Settings > Custom Fields, then close this node and open it again.`,
	};
	return await mapperFields(context, texts, async () =>
		openForEditor(context, [readCustomFields], async (api) => {
			const fields = await knownCustomFields.all(api, model, JUST_MADE_MS);
			return fields.filter(({ dataType }) => !NOT_OFFERED.has(dataType)).flatMap(mapperFieldsOf);
		}),
	);
}

function mapperFieldsOf(field: CustomField): ResourceMapperField[] {
	const { id, dataType, picklistOptions } = field;
	const options = choiceNamesOf(field).map((option) => ({ name: option, value: option }));
	const boxes = boxesOf(field);
	if (boxes) {
		return boxes.map((box) => mapperField(boxKey(field, box), boxLabel(field, box), { type: 'string' }));
	}
	return [
		mapperField(id, labelOf(field), {
			type: ownValue(WIDGETS, dataType) ?? 'string',
			options: picklistOptions ? options : undefined,
		}),
	];
}

/** The name, and what a person has to know who fills in the field as text: n8n has no widget for several choices. */
function labelOf(field: CustomField): string {
	const { name, dataType } = field;
	const choices = choiceNamesOf(field);
	if (dataType === 'FILE_UPLOAD') return `${name}${FILE_HINT}`;
	if (ownValue(WIDGETS, dataType) === 'options' || choices.length === 0) return name;
	return `${name} (${choices.join(', ')})`;
}

function mapperField(
	id: string,
	displayName: string,
	widget: Pick<ResourceMapperField, 'type' | 'options'>,
): ResourceMapperField {
	return {
		id,
		displayName,
		...widget,
		required: false,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		removed: true,
	};
}
