import type { IDataObject } from 'n8n-workflow';

import type { Params } from '../../../core/operation/params';
import { isEmpty } from '../../../core/values/texts';
import type { Fields } from '../../api/client';
import { usDay } from '../../api/dates';
import { commaFreeNames } from '../commaLists';
import { fieldsOf } from '../optionalFields';

/** The property that the editor's parameters describe; what is empty is left out. */
export function propertyFieldsOf(params: Params, given: IDataObject): Fields {
	const { Archive, DateListed, imageURLS_CSV: urls, ...texts } = given;
	const photos = commaFreeNames(urls, 'Photo URLs');
	return {
		...fieldsOf(texts, (name) => params.label(name)),
		...(isEmpty(Archive) ? {} : { Archive: Archive === true }),
		...(isEmpty(DateListed) ? {} : { DateListed: usDay(DateListed, 'Date Listed') }),
		...(photos.length > 0 ? { imageURLS_CSV: photos.join(',') } : {}),
	};
}
