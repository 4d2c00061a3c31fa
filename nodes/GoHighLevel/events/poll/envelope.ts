import type { IDataObject } from 'n8n-workflow';

import { changeOf, enveloped } from '../../../core/events/envelope';
import { HIGHLEVEL_SERVICE } from '../../api/service';
import type { EventItem } from './kind';
import { KINDS } from './kinds';

/** The item of an event that was found, with the envelope. */
export function envelopedItem({ event, record, shown, change }: EventItem, locationId: string): IDataObject {
	const known = KINDS.flatMap(({ events }) => events).find(({ value }) => value === event);
	if (!known) throw new Error(`No kind of records has the event ${event}`);
	const { recordId, contactId, at, content } = known.tells(record);
	const happening = {
		...{ event, isOnce: known.isOnce, change: changeOf(at, content, change) },
		...{ locationId, recordId, contactId, at },
	};
	return enveloped(HIGHLEVEL_SERVICE.name, happening, shown);
}
