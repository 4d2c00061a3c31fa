import type { IDataObject } from 'n8n-workflow';

import type { Params } from '../../core/operation/params';
import { withReference } from '../api/records/references';

/** A note or a task with its reference as a field of its own; without "Simplify", as HighLevel returns it. */
export function shownWithReference(params: Params, record: IDataObject): IDataObject {
	return params.boolean('simplify') ? withReference(record) : record;
}
