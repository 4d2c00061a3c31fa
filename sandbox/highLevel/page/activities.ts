import type { MessageRecord } from '../messages/records';
import { statusOf } from '../messages/store';
import type { ObjectRecord } from '../resources/objectRecords';
import type { OpportunityRecord } from '../resources/opportunities';
import type { SandboxState } from '../state/state';
import type { SubmissionRecord } from '../submissions/kind';
import { fullName } from '../views/contact';

/** A row about something that belongs to a contact, or to the location. */
interface ActivityRow {
	key: string;
	stamp: string;
	kind: 'note' | 'task' | 'message' | 'opportunity' | 'appointment' | 'listing' | 'submission';
	completed: boolean;
	/** The contact's name; empty where there is none. */
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

/** Notes, tasks, messages, opportunities, appointments, records of custom objects and submissions together, latest change
 * first. */
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
		...state.objectRecords.lastChanged(count).map((listing) =>
			row(state, 'listing', listing, listing.updatedAt, {
				text: listingText(listing),
				// The form has a field for each property.
				fields: { ...listing, ...listing.properties, owner: listing.owner[0] },
			}),
		),
		...[...state.formSubmissions.lastChanged(count), ...state.surveySubmissions.lastChanged(count)].map(
			(submission) =>
				row(state, 'submission', submission, submission.createdAt, {
					contact: submission.name ?? submission.email ?? '',
					text: submissionText(state, submission),
					editable: false,
				}),
		),
	];
	return rows.sort((a, b) => b.updated.localeCompare(a.updated)).slice(0, count);
}

function row(
	state: SandboxState,
	kind: ActivityRow['kind'],
	record: Readonly<{ id: string; contactId?: string | null; locationId: string }>,
	updated: string,
	shown: Pick<ActivityRow, 'text'> & Partial<ActivityRow>,
): ActivityRow {
	const { id, locationId } = record;
	const contactId = record.contactId ?? '';
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

function listingText({ properties }: Readonly<ObjectRecord>): string {
	const { name, price, rooms } = properties;
	const told = [
		typeof price === 'number' && price.toLocaleString('en-US'),
		typeof rooms === 'number' && `${rooms} rooms`,
	].filter(Boolean);
	return [String(name ?? ''), told.join(', ')].filter(Boolean).join(': ');
}

/** Which form or survey it was, and what was filled in as far as it is text. */
function submissionText(state: SandboxState, { others }: Readonly<SubmissionRecord>): string {
	const filled = state.forms.get(String(others['formId'])) ?? state.surveys.get(String(others['surveyId']));
	const told = (filled?.fields ?? [])
		.map((key) => others[key])
		.filter((value) => typeof value === 'string' || typeof value === 'number' || Array.isArray(value));
	return `${filled?.name ?? 'Form'}: ${told.join(', ')}`;
}

/** What a contact is called on the page. */
export function contactName(state: SandboxState, contactId: string): string {
	const contact = state.contacts.get(contactId);
	if (!contact) return contactId;
	return fullName(contact) || contact.email || contact.phone || contactId;
}
