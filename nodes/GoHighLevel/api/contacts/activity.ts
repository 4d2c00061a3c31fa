import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import type { Activity, ActivityKind } from '../../../core/editor/activity';
import { notRead } from '../../../core/editor/activity';
import { label, withoutMarkup } from '../../../core/editor/labels';
import type { Request } from '../../../core/operation/request';
import { picked } from '../../../core/operation/simplify';
import { plainText, textOrNull } from '../../../core/values/texts';
import type { HighLevelClient } from '../client';
import { CHANNELS } from '../conversations/channels';
import { MESSAGE_SUMMARY } from '../conversations/message';
import { ScopeRefused } from '../errors';
import { getLocation, locationSettings } from '../locations';
import { APPOINTMENT_SUMMARY, appointments } from '../records/appointments';
import { messagesOfContact } from '../records/messages';
import { notes } from '../records/notes';
import { tasks } from '../records/tasks';

/** Whose activity is read, and how many entries are wanted. */
export interface ActivityOf {
	contactId: string;
	limit: number;
}

/** How one kind of activity is read. */
interface Source {
	request: Request;
	read(api: HighLevelClient, of: ActivityOf): Promise<IDataObject[]>;
	/** What "Simplify" leaves of a record; all of it unless told. */
	summary?: readonly string[];
	/** @param zone of times that have none; `undefined` where it is not known */
	entryOf(record: IDataObject, zone: string | undefined): Pick<Activity, 'at' | 'title' | 'text' | 'status'>;
}

const SOURCES: Partial<Record<ActivityKind, Source>> = {
	appointment: {
		request: appointments.listOfContact,
		read: async (api, { contactId }) => await appointments.listOfContact(api, contactId),
		summary: APPOINTMENT_SUMMARY,
		entryOf: ({ startTime, title, notes: text, appointmentStatus }, zone) => ({
			at: withOffset(startTime, zone),
			title: textOrNull(title),
			text: textOrNull(withoutMarkup(text)),
			status: textOrNull(appointmentStatus),
		}),
	},
	message: {
		request: messagesOfContact,
		read: async (api, { contactId, limit }) => await messagesOfContact(api, { contactId }, { limit }),
		summary: MESSAGE_SUMMARY,
		entryOf: ({ dateAdded, messageType, direction, body, status }) => ({
			at: textOrNull(dateAdded),
			title: textOrNull(label(typeName(messageType), direction, null)),
			text: textOrNull(withoutMarkup(body)),
			status: textOrNull(status),
		}),
	},
	note: {
		request: notes.list,
		read: async (api, { contactId }) => await notes.list(api, { contactId }),
		entryOf: ({ dateAdded, title, body }) => ({
			at: textOrNull(dateAdded),
			title: textOrNull(title),
			text: textOrNull(withoutMarkup(body)),
			status: null,
		}),
	},
	task: {
		request: tasks.list,
		read: async (api, { contactId }) => await tasks.list(api, { contactId }),
		entryOf: ({ dueDate, title, body, completed }) => ({
			at: textOrNull(dueDate),
			title: textOrNull(title),
			text: textOrNull(withoutMarkup(body)),
			status: typeof completed === 'boolean' ? (completed ? 'completed' : 'open') : null,
		}),
	},
};

export const ACTIVITY_KINDS = Object.keys(SOURCES) as ActivityKind[];

/** Most kinds need the scope of the contact itself; without those of the others, the list says what it lacks. */
export const ACTIVITY_REQUESTS = {
	needed: [tasks.list, notes.list, appointments.listOfContact],
	others: [messagesOfContact, getLocation],
};

/**
 * What HighLevel has of a contact, in no order. Messages that the token may not read are an entry `notRead`.
 *
 * @param isSimple whether records have their most useful fields alone
 */
export async function readActivity(
	api: HighLevelClient,
	of: ActivityOf,
	kinds: ReadonlySet<ActivityKind>,
	isSimple: boolean,
): Promise<Activity[]> {
	const chosen = ACTIVITY_KINDS.filter((kind) => kinds.has(kind));
	const lists: Activity[][] = [];
	// One after the other: where one is refused, no request is under way after the item has failed.
	for (const kind of chosen) lists.push(await readKind(api, of, kind, isSimple));
	return lists.flat();
}

async function readKind(
	api: HighLevelClient,
	of: ActivityOf,
	kind: ActivityKind,
	isSimple: boolean,
): Promise<Activity[]> {
	const { request, read, summary, entryOf } = SOURCES[kind] as Source;
	const isNeeded = ACTIVITY_REQUESTS.needed.some((needed) => needed === request);
	const records = await read(isNeeded ? api : api.needing(request), of).catch((error: unknown) => {
		if (error instanceof ScopeRefused && !isNeeded) return error;
		throw error;
	});
	if (records instanceof ScopeRefused) return [notRead(kind, records)];
	const zone = kind === 'appointment' && records.length > 0 ? await zoneOf(api) : undefined;
	return records.map((record) => ({
		kind,
		...entryOf(record, zone),
		id: textOrNull(record.id),
		record: isSimple && summary ? picked(record, summary) : record,
	}));
}

async function zoneOf(api: HighLevelClient): Promise<string | undefined> {
	const zone = plainText((await locationSettings(api))?.timezone);
	return zone !== '' && DateTime.utc().setZone(zone).isValid ? zone : undefined;
}

/** Of appointments, HighLevel writes times of the location without their zone: `2027-03-02 10:00:00`. */
function withOffset(time: unknown, zone: string | undefined): string | null {
	const text = textOrNull(time);
	if (text === null || zone === undefined) return text;
	const at = [
		DateTime.fromSQL(text, { zone, setZone: true }),
		DateTime.fromISO(text, { zone, setZone: true }),
	];
	return at.find(({ isValid }) => isValid)?.toISO({ suppressMilliseconds: true }) ?? text;
}

/** `TYPE_CUSTOM_PROVIDER_SMS` -> `SMS`, `TYPE_ACTIVITY_APPOINTMENT` -> `Activity appointment` */
function typeName(messageType: unknown): string {
	const type = plainText(messageType);
	const isOf = ({ name }: { name: string }) => type.endsWith(name.toUpperCase().replace(/ /g, '_'));
	const channel = Object.values(CHANNELS).find(isOf);
	if (channel) return channel.name;
	const words = type
		.replace(/^TYPE_/, '')
		.replace(/_/g, ' ')
		.toLowerCase();
	return words.charAt(0).toUpperCase() + words.slice(1);
}
