import type { IDataObject } from 'n8n-workflow';

import { Failure, failureText } from '../../../core/failure';
import type { Request } from '../../../core/operation/request';
import { isObject } from '../../../core/values/objects';
import { ownValue } from '../../../core/values/ownValue';
import type { HighLevelClient } from '../../api/client';
import { findContact, getContact } from '../../api/contacts/contacts';
import { readCustomFields } from '../../api/customFields/fields';
import { withNamedValues } from '../../api/customFields/values';
import { appointments } from '../../api/records/appointments';
import { notes } from '../../api/records/notes';
import { tasks } from '../../api/records/tasks';
import { withReference } from '../../api/records/references';
import type { Contact } from '../../api/contacts/contact';
import type { RecordKind } from './payloads/webhookEvent';
import { webhookEvent } from './payloads/events';
import { contactIdIn } from './payloads/ids';
import type { Recognised } from './payloads/recognised';
import { recogniseByRecord } from './payloads/recognise';
import type { RecordReader } from './recordReader';

/** An event with the record that it is about, as it is in HighLevel now. */
export interface Completed extends Recognised {
	record?: IDataObject;
	/** Why there is no record. */
	recordError?: string;
}

/** Reads the record of an event, where there is one to be read. Never throws: no event is lost for its record. */
export async function complete(
	reader: RecordReader,
	payload: IDataObject,
	recognised: Recognised,
): Promise<Completed> {
	const kind = webhookEvent(recognised.event)?.record;
	if (!kind) return recognised;
	const { requests, read } = READS[kind];
	try {
		const record = await reader.read(requests, async (api) => await read(api, payload));
		const known = recogniseByRecord(payload, recognised, record);
		return record
			? { ...known, record: await shown(reader, kind, record) }
			: { ...known, recordError: `The ${kind} is not in HighLevel any more` };
	} catch (error) {
		return { ...recognised, recordError: failureText(error) };
	}
}

/** As the node's reads have it. */
async function shown(reader: RecordReader, kind: RecordKind, record: IDataObject): Promise<IDataObject> {
	if (kind === 'contact') return await withNames(reader, record);
	return kind === 'note' || kind === 'task' ? withReference(record) : record;
}

/** With custom fields by name, as the node's reads have them; without, where they cannot be read, or not in time. */
async function withNames(reader: RecordReader, contact: IDataObject): Promise<IDataObject> {
	const reading = reader.read(
		[readCustomFields],
		async (api) => await withNamedValues(api, 'contact', [contact as Contact]),
	);
	return await reading.then(
		([named = contact]) => named,
		() => contact,
	);
}

/** The contact that an event is about or belongs to; `undefined` when it has none, or it is gone. */
export async function contactOf(
	reader: RecordReader,
	payload: IDataObject,
	{ event, record }: Completed,
): Promise<IDataObject | undefined> {
	const contactId = contactIdIn(payload, event) ?? idIn(record?.contactId);
	if (contactId === undefined) return undefined;
	return await reader.read([findContact], async (api) => await findContact(api, contactId));
}

type Read = (api: HighLevelClient, payload: IDataObject) => Promise<IDataObject | undefined>;

const READS: Record<RecordKind, { requests: readonly Request[]; read: Read }> = {
	appointment: {
		requests: [appointments.find],
		read: async (api, { appointment }) =>
			await appointments.find(api, {
				appointmentId: namedBy(isObject(appointment) ? appointment : {}, 'id'),
			}),
	},
	contact: {
		requests: [getContact],
		read: async (api, payload) => await getContact(api, namedBy(payload, 'id')),
	},
	note: {
		requests: [notes.get],
		read: async (api, payload) =>
			await notes.get(api, { contactId: namedBy(payload, 'contactId'), noteId: namedBy(payload, 'id') }),
	},
	task: { requests: [tasks.get, tasks.search], read: readTask },
};

/** What an event does not name must not be asked for, and then be taken for something that is gone. */
function namedBy(record: IDataObject, field: string): string {
	const id = idIn(ownValue(record, field));
	if (id === undefined) throw new Failure(`The event names no ${field}, so its record cannot be read`);
	return id;
}

/** So many tasks with this title are looked through. */
const MAX_TASKS = 300;

/** HighLevel is reported to leave the contact out of TaskCreate; then the task is looked for in the whole location. */
async function readTask(api: HighLevelClient, payload: IDataObject): Promise<IDataObject | undefined> {
	const { title } = payload;
	const id = namedBy(payload, 'id');
	const [contactId, assignedTo] = [idIn(payload.contactId), idIn(payload.assignedTo)];
	if (contactId !== undefined) return await tasks.get(api, { contactId, taskId: id });
	const query = {
		...(typeof title === 'string' && title !== '' ? { query: title } : {}),
		...(assignedTo === undefined ? {} : { assignedTo: [assignedTo] }),
	};
	const found = await tasks.search(api, { ...query, limit: MAX_TASKS });
	const task = found.find((one) => one.id === id);
	if (task) return task;
	throw new Failure(
		`The task is not among the first ${MAX_TASKS} that HighLevel finds by its title`,
		'Look for it with "Task: Search" behind this node.',
	);
}

function idIn(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}
