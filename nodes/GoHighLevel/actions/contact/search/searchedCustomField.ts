import { Failure } from '../../../../core/failure';
import { ownValue } from '../../../../core/values/ownValue';
import { isEmpty, textOf } from '../../../../core/values/texts';
import type { HighLevelClient } from '../../../api/client';
import { boxesOf } from '../../../api/customFields/values';
import type { CustomField } from '../../../api/customFields/fields';
import { customFieldNamed, partsOf } from '../../../api/customFields/names';
import type { SearchField } from './searchFields';
import { ANY_CUSTOM_FIELD, CUSTOM_FIELD_TYPES } from './searchFields';

/**
 * The custom field that a condition names, and what the search calls it. It is named by its id or its key, and a box
 * of a text box list by that, a point and the id of the box.
 */
export async function searchedCustomField(
	api: HighLevelClient,
	given: unknown,
): Promise<{ path: string; field: SearchField }> {
	if (isEmpty(given)) {
		throw new Failure('A condition names no custom field', 'Choose one under "Custom Field".', {
			field: 'customField',
		});
	}
	const { key, box } = partsOf(textOf(given, 'Custom Field'));
	const definition = await customFieldNamed(api, 'contact', key);
	const path = ['customFields', definition?.id ?? key, ...(box ? [box] : [])].join('.');
	if (!definition) return { path, field: ANY_CUSTOM_FIELD };
	checkBox(definition, box);
	return {
		path,
		field: {
			...ANY_CUSTOM_FIELD,
			...ownValue(CUSTOM_FIELD_TYPES, definition.dataType),
			name: definition.name,
		},
	};
}

function checkBox(field: CustomField, box: string | undefined): void {
	const boxes = boxesOf(field);
	if (!boxes && box) {
		throw new Failure(`"${field.name}" has no boxes`, 'Leave out what follows its ID.', {
			field: field.name,
		});
	}
	if (boxes && !boxes.some(({ id }) => id === box)) {
		const known = boxes.map(({ id, label }) => `${label} (${field.id}.${id})`).join(', ');
		throw new Failure(
			`"${field.name}" is searched box by box, and this names ${box ? 'none of them' : 'no box'}`,
			`Choose one from the list: ${known}.`,
			{ field: field.name },
		);
	}
}
