import type { IDataObject } from 'n8n-workflow';

import { changeOf, enveloped } from '../../../core/events/envelope';
import type { Contact } from '../../api/reading/records';
import { addedAt, updatedAt } from '../../api/contacts/contactsSince';
import { WISE_AGENT_SERVICE } from '../../api/service';
import type { EventItem } from './items';
import type { PollEvent } from './settings';

/** What a record tells of its event. */
interface Told {
	recordId: unknown;
	contactId: unknown;
	/** When it happened: ms since 1970, or ISO 8601. */
	at: unknown;
	/** Tells two changes apart that carry the same time. */
	content?: unknown;
}

/** What each event is in the envelope. */
export const POLL_EVENTS: Record<
	PollEvent,
	{
		/** Whether it happens to a record once only, so that the record's ID tells it from all others. */
		isOnce: boolean;
		tells(record: IDataObject): Told;
	}
> = {
	contactCreated: {
		isOnce: true,
		tells: (contact) => ({ ...ofContact(contact), at: addedAt(contact as Contact) || null }),
	},
	contactUpdated: {
		isOnce: false,
		tells: (contact) => ({
			...ofContact(contact),
			...{ at: updatedAt(contact as Contact) || null, content: contact },
		}),
	},
	taskCompleted: { isOnce: false, tells: (task) => ({ ...ofTask(task), at: task.CompletedDate }) },
	taskCreated: { isOnce: true, tells: (task) => ({ ...ofTask(task), at: task.DateCreated }) },
	taskDeleted: { isOnce: true, tells: (task) => ({ ...ofTask(task), at: null }) },
	taskUpdated: { isOnce: false, tells: (task) => ({ ...ofTask(task), at: task.DateModified }) },
};

function ofContact({ ClientID }: IDataObject) {
	return { recordId: ClientID, contactId: ClientID };
}

function ofTask({ TaskID, ContactID }: IDataObject) {
	return { recordId: TaskID, contactId: ContactID };
}

/** The item of an event that was found, with the envelope. */
export function envelopedItem({ event, record, change }: EventItem): IDataObject {
	const { isOnce, tells } = POLL_EVENTS[event];
	const { recordId, contactId, at, content } = tells(record);
	const happening = { event, isOnce, change: changeOf(at, content, change), recordId, contactId, at };
	return enveloped(WISE_AGENT_SERVICE.name, happening, record);
}
