import type { CustomFieldRecord } from '../state/records';

/** Source: official specifications, `CustomFieldSchema`. The boxes of a text box list stand among the options with
 * their ids: the search grammar needs the ids, and no other place for them is documented. The formats that a file field takes are not answered. */
export function customFieldView(field: Readonly<CustomFieldRecord>): object {
	const { options, textBoxes, dataType, files, ...rest } = field;
	const choices = dataType === 'TEXTBOX_LIST' ? textBoxes : options;
	return {
		...rest,
		dataType,
		...(choices.length > 0 ? { picklistOptions: choices } : {}),
		picklistImageOptions: [],
		isAllowedCustomOption: false,
		isMultiFileAllowed: files?.multiple ?? false,
		...(files ? { maxFileLimit: files.limit } : {}),
	};
}
