import type { IDataObject } from 'n8n-workflow';

import { isEmpty } from '../../../core/params';
import type { Fields } from '../../api/client';
import { usDay } from '../../api/dates';
import { commaFreeNames } from '../names';
import { fieldsOf, labelsOf } from '../optionalFields';
import { propertyFields } from './fields';

/** The property that the editor's parameters describe; what is empty is left out. */
export function propertyFieldsOf({
	Archive,
	DateListed,
	imageURLS_CSV: urls,
	...texts
}: IDataObject): Fields {
	const photos = commaFreeNames(urls, 'Photo URLs');
	return {
		...fieldsOf(texts, labelsOf(propertyFields)),
		...(isEmpty(Archive) ? {} : { Archive: Archive === true || Archive === 'true' }),
		...(isEmpty(DateListed) ? {} : { DateListed: usDay(DateListed, 'Date Listed') }),
		...(photos.length > 0 ? { imageURLS_CSV: photos.join(',') } : {}),
	};
}
