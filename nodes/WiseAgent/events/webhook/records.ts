import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import pLimit from 'p-limit';

import { failureText } from '../../../core/failure';
import type { Request } from '../../../core/operation/request';
import { scopesOf } from '../../../core/operation/request';
import { RecordTime } from '../../../core/webhook/recordTime';
import { openAccess } from '../../api/access';
import { contactOf, propertyOf } from '../../api/reading/records';
import { shownNote, shownTask } from '../../api/references';
import { WiseAgentClient } from '../../api/client';
import { findContact } from '../../api/contacts/contacts';
import { NotFound } from '../../api/errors';
import { readNote } from '../../api/records/notes';
import { findProperty } from '../../api/records/properties';
import { findTasks } from '../../api/records/tasks';
import { WISE_AGENT_SERVICE } from '../../api/service';
import type { RecordKind } from '../../api/records/registeredEvents';

/** A record, or why there is none. */
export type Read = { record: IDataObject } | { recordError: string };

type Id = number | string;

const CONCURRENT_READS = 10;

/** Reads records, all of them within a few seconds. Never throws: no event is lost for its record. */
export async function readRecords(
	context: IWebhookFunctions,
	kind: RecordKind,
	ids: Id[],
): Promise<Map<Id, Read>> {
	const time = new RecordTime(WISE_AGENT_SERVICE, 'Wise Agent node');
	const { timeoutMs, signal } = time;
	const { request, find } = READS[kind];
	const scopes = scopesOf({ requests: [request] });
	const opening = openAccess(context).then(
		(access) => new WiseAgentClient(access, { scopes, timeoutMs, signal }),
	);
	const finding = opening.then((api) => find(api, ids.map(String)));
	const reads = ids.map(async (id): Promise<[Id, Read]> => {
		const reading = time.within(async () => await (await finding)(String(id)));
		return [id, await reading.then(readOf(kind), failed)];
	});
	return new Map(await Promise.all(reads));
}

function readOf(kind: RecordKind): (record: IDataObject | undefined) => Read {
	return (record) =>
		record
			? { record }
			: { recordError: `The ${kind} is not in Wise Agent any more, or not in this account` };
}

function failed(error: unknown): Read {
	return { recordError: failureText(error) };
}

/** Gives the record of an id; `undefined` when it is not there. */
type Finder = (id: string) => Promise<IDataObject | undefined>;

interface Reading {
	request: Request;
	find: (api: WiseAgentClient, ids: string[]) => Finder;
}

const READS: Record<RecordKind, Reading> = {
	contact: {
		request: findContact,
		find: (api) => oneByOne(async (id) => await findContact(api, id), contactOf),
	},
	note: { request: readNote, find: (api) => oneByOne(async (id) => await readNote(api, id), shownNote) },
	property: {
		request: findProperty,
		find: (api) => oneByOne(async (id) => await findProperty(api, { propertyID: id }), propertyOf),
	},
	// Tasks cannot be asked for by id: one reading of the pages serves them all.
	task: {
		request: findTasks,
		find: (api, ids) => {
			const tasks = findTasks(api, ids);
			return async (id) => {
				const raw = (await tasks).find(({ TaskID }) => String(TaskID) === id);
				return raw && shownTask(raw);
			};
		},
	},
};

function oneByOne(
	read: (id: string) => Promise<IDataObject | undefined>,
	clean: (raw: IDataObject) => IDataObject,
): Finder {
	const limit = pLimit(CONCURRENT_READS);
	return async (id) =>
		await limit(async () => {
			const raw = await read(id).catch((error: unknown) => {
				if (error instanceof NotFound) return undefined;
				throw error;
			});
			return raw && clean(raw);
		});
}
