import type { IDataObject } from 'n8n-workflow';

import type { Activity, ActivityKind } from '../../../core/editor/activity';
import { notRead } from '../../../core/editor/activity';
import { withoutMarkup } from '../../../core/editor/labels';
import type { Request } from '../../../core/operation/request';
import { scopesOf } from '../../../core/operation/request';
import { textOrNull } from '../../../core/values/texts';
import type { WiseAgentClient } from '../client';
import { AccessRefused } from '../errors';
import { listEvents } from '../records/calendar';
import { listCalls } from '../records/calls';
import { listNotes } from '../records/notes';
import { listTasks } from '../records/tasks';
import { callOf, eventOf } from '../reading/records';
import { shownNote, shownTask } from '../references';

/** Whose activity is read, and how much of the calendar. */
export interface ActivityOf {
	/** Of a contact, or with a V of a vendor. */
	contactId: string;
	/** `YYYY-MM-DD HH:mm` in Arizona */
	calendar: { startDate: string; endDate: string };
}

/** How one kind of activity is read. */
interface Source {
	request: Request;
	/** The records of this contact alone. */
	read(api: WiseAgentClient, of: ActivityOf): Promise<IDataObject[]>;
	clean(raw: IDataObject): IDataObject;
	entryOf(record: IDataObject): Pick<Activity, 'at' | 'title' | 'text' | 'status' | 'id'>;
}

const SOURCES: Partial<Record<ActivityKind, Source>> = {
	appointment: {
		request: listEvents,
		read: async (api, { contactId, calendar }) => {
			const events = await listEvents(api, calendar);
			return events.filter(({ Attendees }) => attends(Attendees, contactId));
		},
		clean: eventOf,
		entryOf: ({ PlannerID, Subject, Memo, StartDate, Completed }) => ({
			at: textOrNull(StartDate),
			title: textOrNull(Subject),
			text: textOrNull(withoutMarkup(Memo)),
			status: statusOf(Completed),
			id: textOrNull(PlannerID),
		}),
	},
	call: {
		request: listCalls,
		read: async (api, { contactId }) => await listCalls(api, contactId, { limit: Infinity }),
		clean: callOf,
		entryOf: ({ CallId, CallType, Reason, Completed, DateCompleted, NextContactDate, DateAdded }) => ({
			at:
				textOrNull(Completed === true ? DateCompleted : null) ??
				textOrNull(NextContactDate) ??
				textOrNull(DateAdded),
			title: textOrNull(CallType),
			text: textOrNull(Reason),
			status: statusOf(Completed),
			id: textOrNull(CallId),
		}),
	},
	note: {
		request: listNotes,
		read: async (api, { contactId }) => await listNotes(api, contactId, {}, Infinity),
		clean: shownNote,
		entryOf: ({ NoteID, Subject, Note, NoteDate }) => ({
			at: textOrNull(NoteDate),
			title: textOrNull(Subject),
			text: textOrNull(withoutMarkup(Note)),
			status: null,
			id: textOrNull(NoteID),
		}),
	},
	task: {
		request: listTasks,
		read: async (api, { contactId }) => await listTasks(api, { contactId }, Infinity),
		clean: shownTask,
		entryOf: ({ TaskID, Description, Completed, CompletedDate, TaskDue, DateCreated }) => ({
			at:
				textOrNull(Completed === true ? CompletedDate : null) ??
				textOrNull(TaskDue) ??
				textOrNull(DateCreated),
			title: textOrNull(Description),
			text: null,
			status: statusOf(Completed),
			id: textOrNull(TaskID),
		}),
	},
};

export const ACTIVITY_KINDS = Object.keys(SOURCES) as ActivityKind[];

/** Calls and notes need the scope of the contact itself; without those of the others, the list says what it lacks. */
export const ACTIVITY_REQUESTS = { needed: [listCalls, listNotes], others: [listTasks, listEvents] };

/**
 * What Wise Agent has of a contact, in no order. A kind that the connection may not read is an entry `notRead`.
 *
 * @param isRaw whether the records stay as Wise Agent writes them
 */
export async function readActivity(
	api: WiseAgentClient,
	of: ActivityOf,
	kinds: ReadonlySet<ActivityKind>,
	isRaw: boolean,
): Promise<Activity[]> {
	const chosen = ACTIVITY_KINDS.filter((kind) => kinds.has(kind));
	const lists = await Promise.all(chosen.map(async (kind) => await readKind(api, of, kind, isRaw)));
	return lists.flat();
}

async function readKind(
	api: WiseAgentClient,
	of: ActivityOf,
	kind: ActivityKind,
	isRaw: boolean,
): Promise<Activity[]> {
	const { request, read, clean, entryOf } = SOURCES[kind] as Source;
	const reading = read(api.needing(scopesOf({ requests: [request] })), of);
	const records = await reading.catch((error: unknown) => {
		if (error instanceof AccessRefused) return error;
		throw error;
	});
	if (records instanceof AccessRefused) return [notRead(kind, records)];
	return records.map((raw) => {
		const record = clean(raw);
		return { kind, ...entryOf(record), record: isRaw ? raw : record };
	});
}

function statusOf(completed: unknown): string | null {
	return typeof completed === 'boolean' ? (completed ? 'completed' : 'open') : null;
}

/** Whether a person is among the attendees of an event: `C1234,V77`. Source: official API page. */
function attends(attendees: unknown, contactId: string): boolean {
	const own = /^v/i.test(contactId) ? contactId : `C${contactId}`;
	const given: unknown[] = Array.isArray(attendees) ? attendees : [attendees];
	return given.some((one) =>
		(textOrNull(one) ?? '').split(/[\s,;]+/).some((id) => id.toUpperCase() === own.toUpperCase()),
	);
}
