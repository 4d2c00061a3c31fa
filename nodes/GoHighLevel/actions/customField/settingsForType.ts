import { Failure } from '../../../core/failure';
import type { Params } from '../../../core/operation/params';
import type { CustomFieldSettings } from '../../api/records/customFields';
import { dataTypeName } from './dataTypes';

const FILES = ['FILE_UPLOAD'];

/** Settings that only some data types have. */
const ONLY_FOR: Partial<Record<keyof CustomFieldSettings, string[]>> = {
	acceptedFormat: FILES,
	isMultipleFile: FILES,
	maxNumberOfFiles: FILES,
	// For choices the specification has no place of their own; a box without text is the nearest that it documents.
	textBoxListOptions: ['CHECKBOX', 'MULTIPLE_OPTIONS', 'RADIO', 'SINGLE_OPTIONS', 'TEXTBOX_LIST'],
};

/**
 * The settings, when all of them go with the data type; otherwise a `Failure`, since HighLevel would pass over them
 * without a word. What goes with a data type that is not known here, HighLevel must say.
 */
export function settingsForType<T extends CustomFieldSettings>(
	params: Params,
	dataType: string,
	settings: T,
): T {
	const typeName = dataTypeName(dataType);
	if (!typeName) return settings;
	for (const [name, dataTypes] of Object.entries(ONLY_FOR)) {
		if (!Object.hasOwn(settings, name) || dataTypes.includes(dataType)) continue;
		throw new Failure(
			`"${params.label(name)}" does not go with the data type ${typeName}`,
			`Leave it out: it is for ${dataTypes.map(dataTypeName).join(', ')}.`,
			{ field: name },
		);
	}
	return settings;
}
