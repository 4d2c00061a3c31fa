import { DATA_TYPES } from '../state/records';
import type { JsonSchema } from '../../shared/jsonSchema';
import { closedObject, count, filledText, flag, text, texts } from '../../shared/jsonSchema';

const model: JsonSchema = { type: 'string', enum: ['contact', 'opportunity'] };

export const customFieldsQuery = closedObject({
	model: { type: 'string', enum: ['contact', 'opportunity', 'all'] },
});

/** Source: official specifications. The real API is reported to take `options`, `fieldKey` and others as well. */
const customFieldFields = {
	name: filledText,
	placeholder: text,
	acceptedFormat: texts,
	isMultipleFile: flag,
	maxNumberOfFiles: count(1),
	textBoxListOptions: { type: 'array', items: closedObject({ label: text, prefillValue: text }) },
	position: { type: 'number' },
	model,
};

export const createCustomFieldBody = closedObject(
	{ ...customFieldFields, dataType: { type: 'string', enum: DATA_TYPES } },
	['name', 'dataType'],
);

export const updateCustomFieldBody = closedObject(customFieldFields, ['name']);

/** The text fields of the form. The specification requires neither; the real API is reported to refuse an upload
 * without them. */
export const uploadFilesBody = closedObject(
	{
		id: filledText,
		maxFiles: { type: 'string', pattern: '^\\d+$', refusal: 'must be a number string' },
	},
	['id', 'maxFiles'],
);
