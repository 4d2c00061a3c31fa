import type { MessageRecord } from '../messages/records';
import { statusOf } from '../messages/store';
import type { OpportunityRecord } from '../resources/opportunities';
import type { SandboxState } from '../state/state';
import { fullName } from '../views/contact';

/** A row about something that belongs to a contact. */
interface ActivityRow {
	key: string;
	stamp: string;
	kind: 'note' | 'task' | 'message' | 'opportunity' | 'appointment';
	completed: boolean;
	/** The contact's name. */
	contact: string;
	contactId: string;
	text: string;
	/** ISO 8601: when it is due or begins. */
	time?: string;
	updated: string;
	/** Whether a person can edit it on the page. */
	editable: boolean;
	fields: object;
}

/** Notes, tasks, messages, opportunities and appointments together, latest change first. */
export function activities(state: SandboxState, count: number): ActivityRow[] {
	const rows = [
		...state.tasks.lastChanged(count).map((task) =>
			row(state, 'task', task, task.dateUpdated, {
				completed: task.completed,
				text: [task.title, task.body].filter(Boolean).join(': '),
				time: task.dueDate,
			}),
		),
		...state.notes.lastChanged(count).map((note) =>
			row(state, 'note', note, note.dateUpdated, {
				text: [note.title, note.body].filter(Boolean).join(': '),
			}),
		),
		...state.messages.lastChanged(count).map((message) =>
			row(state, 'message', message, message.dateUpdated, {
				text: messageText(state, message),
				editable: false,
			}),
		),
		...state.opportunities.lastChanged(count).map((opportunity) =>
			row(state, 'opportunity', opportunity, opportunity.updatedAt, {
				text: opportunityText(state, opportunity),
			}),
		),
		...state.appointments.lastChanged(count).map((appointment) =>
			row(state, 'appointment', appointment, appointment.dateUpdated, {
				text: [appointment.title, appointment.appointmentStatus].join(', '),
				time: appointment.startTime,
			}),
		),
	];
	return rows.sort((a, b) => b.updated.localeCompare(a.updated)).slice(0, count);
}

function row(
	state: SandboxState,
	kind: ActivityRow['kind'],
	record: Readonly<{ id: string; contactId: string; locationId: string }>,
	updated: string,
	shown: Pick<ActivityRow, 'text'> & Partial<ActivityRow>,
): ActivityRow {
	const { id, contactId, locationId } = record;
	return {
		key: id,
		stamp: updated,
		kind,
		completed: false,
		contact: contactName(state, contactId),
		contactId,
		updated,
		editable: locationId === state.home.locationId,
		fields: record,
		...shown,
	};
}

/** Channel, who wrote it, and the text; of emails, the subject. */
function messageText(state: SandboxState, message: Readonly<MessageRecord>): string {
	const { channel, direction, body } = message;
	const emails = channel === 'Email' ? state.emailMessages.inGroup(message.id) : [];
	const text = emails.at(-1)?.subject ?? body;
	const from = direction === 'inbound' ? 'from the contact' : statusOf(message);
	return `${channel.replace('_', ' ')}, ${from}: ${text}`;
}

function opportunityText(state: SandboxState, opportunity: Readonly<OpportunityRecord>): string {
	const pipeline = state.pipelines.get(opportunity.pipelineId);
	const stage = pipeline?.stages.find(({ id }) => id === opportunity.pipelineStageId);
	const { name, status, monetaryValue } = opportunity;
	const value = monetaryValue === 0 ? '' : monetaryValue.toLocaleString('en-US');
	return `${name}: ${[pipeline?.name, stage?.name, status, value].filter(Boolean).join(', ')}`;
}

/** What a contact is called on the page. */
export function contactName(state: SandboxState, contactId: string): string {
	const contact = state.contacts.get(contactId);
	if (!contact) return contactId;
	return fullName(contact) || contact.email || contact.phone || contactId;
}
