import { lastFound } from '../../shared/page/found';
import type { Hub } from '../hub';
import type { ContactRecord, NoteRecord, TaskRecord, WebhookRecord } from '../records';
import type { SandboxState } from '../state';
import type { RegisteredDelivery } from '../webhooks/webhooks';

/** What the page shows: counters, and the latest `count` rows of each list. A row has a `key` to know it again by,
 * and a `stamp` that changes with it.
 * @param find words that contacts must have in their names, emails, phones or categories */
export function feed(hub: Hub, count: number, find = ''): object {
	const { state, log, webhooks } = hub;
	const contacts = lastFound(state.contacts, count, find, (contact) => [
		...[nameOf(contact), contact.Company, contact.CEmail, contact.MobilePhone, contact.HomePhone],
		...contact.Categories,
	]);
	return {
		url: hub.url,
		counters: {
			contacts: state.contacts.size,
			tasks: state.tasks.size,
			notes: state.notes.size,
			webhooks: state.webhooks.size,
			requests: log.count,
			delivered: webhooks.counts.delivered,
		},
		settings: hub.settings,
		faults: hub.faults.list(),
		team: [...state.team.values()].map(({ InsideTeamId, Name }) => ({ id: InsideTeamId, name: Name })),
		shownAtMost: count,
		contacts: contacts.map((contact) => contactRow(state, contact)),
		activities: activities(state, count),
		registrations: state.webhooks.lastChanged(count).map(registrationRow),
		webhooks: webhooks.deliveries.slice(-count).reverse().map(deliveryRow),
		requests: log.entries
			.slice(-count)
			.reverse()
			.map(({ number, at, method, path, requestType, status, durationMs, fault, refusal }) => ({
				key: String(number),
				stamp: String(status),
				at,
				method,
				path: requestType || path,
				status,
				durationMs,
				fault,
				refusal,
			})),
	};
}

function contactRow(state: SandboxState, contact: Readonly<ContactRecord>): object {
	const { ClientID, CEmail, MobilePhone, HomePhone, WorkPhone, Source, Status, Rank } = contact;
	const customData = state.customData.inGroup(String(ClientID)).map(({ Key, Value }) => `${Key}: ${Value}`);
	return {
		key: String(ClientID),
		stamp: [contact.updatedAt, ...customData].join('\n'),
		name: nameOf(contact),
		email: CEmail,
		phone: MobilePhone || HomePhone || WorkPhone,
		categories: contact.Categories,
		details: [Source, Status, Rank === 'Unranked' ? '' : `Rank ${Rank}`].filter(Boolean).join(', '),
		customData,
		updated: contact.updatedAt,
		fields: contact,
	};
}

/** Of the address the host only: the rest may have a token in it. */
function registrationRow({ WebhookID, EventType, Status, Url }: Readonly<WebhookRecord>): object {
	const { host } = new URL(Url);
	return {
		key: String(WebhookID),
		stamp: `${EventType} ${Status} ${host}`,
		event: EventType,
		status: Status,
		host,
	};
}

function deliveryRow(delivery: Readonly<RegisteredDelivery>): object {
	const { webhookId, type, at, status, tries, body } = delivery;
	const last = tries.at(-1);
	const { ResourceIds } = JSON.parse(body) as { ResourceIds: number[] };
	return {
		key: webhookId,
		stamp: `${status} ${tries.length}`,
		type,
		place: ResourceIds.join(', '),
		at,
		status,
		open: status === 'waiting' || status === 'retrying',
		tries: tries.length,
		outcome: last?.error ?? last?.status,
	};
}

/** Tasks and notes together, latest change first. */
function activities(state: SandboxState, count: number): object[] {
	const rows = [
		...state.tasks.lastChanged(count).map((task) => taskRow(state, task)),
		...state.notes.lastChanged(count).map((note) => noteRow(state, note)),
	];
	return rows.sort((a, b) => b.updated.localeCompare(a.updated)).slice(0, count);
}

function taskRow(state: SandboxState, task: Readonly<TaskRecord>) {
	return {
		key: `task ${task.TaskID}`,
		stamp: task.modifiedAt,
		kind: 'task',
		id: String(task.TaskID),
		completed: task.completedAt !== null,
		contact: ownerName(state, task.ContactID),
		text: [task.Description, task.dueOn && `due ${task.dueOn}`].filter(Boolean).join(', '),
		updated: task.modifiedAt,
		fields: task,
	};
}

function noteRow(state: SandboxState, note: Readonly<NoteRecord>) {
	return {
		key: `note ${note.NoteID}`,
		stamp: `${note.Subject} ${note.Note} ${note.Categories.join()} ${note.lockedAt}`,
		kind: 'note',
		id: String(note.NoteID),
		completed: false,
		contact: ownerName(state, note.owner),
		text: [note.Subject, note.Note].filter(Boolean).join(': '),
		updated: note.notedAt,
		fields: note,
	};
}

function ownerName(state: SandboxState, id: string): string {
	const contact = state.contacts.get(id);
	if (contact) return nameOf(contact);
	return state.vendors.get(id)?.Company ?? (id === '0' ? 'nobody' : id);
}

function nameOf({ CFirst, CLast, Company, CEmail }: Readonly<ContactRecord>): string {
	return `${CFirst} ${CLast}`.trim() || Company || CEmail;
}
