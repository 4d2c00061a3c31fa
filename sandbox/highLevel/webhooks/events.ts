import { isDeepStrictEqual } from 'node:util';
import type { Change, Kept } from '../kit/resource';
import { EVERY_RESOURCE } from '../resources';
import type { InstallRecord } from '../oauth/records';
import { installId } from '../oauth/records';
import type { AppointmentRecord, ContactRecord, TaskRecord } from '../state/records';
import type { SandboxState } from '../state/state';
import type { Payload } from './payloads';
import {
	appointmentPayload,
	contactPayload,
	installPayload,
	taskPayload,
	uninstallPayload,
} from './payloads';
import type { WebhookEvent, WebhookSettings } from './settings';

export interface AppEvent {
	type: WebhookEvent;
	payload: Payload;
}

/** The events that follow from a change of a record, for the demo app; none where it is not installed. */
export function eventsOf(
	state: SandboxState,
	settings: WebhookSettings,
	collection: string,
	change: Change<object>,
): AppEvent[] {
	if (collection === 'installs') return ofInstall(change as Change<InstallRecord>, state.home.app.id);
	const owner = (change.after ?? change.before) as { locationId?: string };
	if (!state.installs.has(installId(state.home.app.id, owner.locationId ?? ''))) return [];
	switch (collection) {
		case 'contacts':
			return ofContact(state, change as Change<ContactRecord>);
		case 'tasks':
			return ofTask(change as Change<TaskRecord>, settings);
		case 'appointments':
			return ofAppointment(state, change as Change<AppointmentRecord>);
		default:
			return ofResource(state, collection, change);
	}
}

function ofResource(state: SandboxState, collection: string, change: Change<object>): AppEvent[] {
	const resource = EVERY_RESOURCE.find(([name]) => name === collection)?.[1];
	return resource?.events?.(change as Change<Kept>, state) ?? [];
}

function ofContact(state: SandboxState, { before, after }: Change<ContactRecord>): AppEvent[] {
	const event = (type: WebhookEvent): AppEvent => ({
		type,
		payload: contactPayload((after ?? before) as ContactRecord, type === 'ContactDndUpdate'),
	});
	if (!before) return [event('ContactCreate')];
	if (!after) return [event('ContactDelete')];
	const differs = (fields: ReadonlyArray<keyof ContactRecord>) =>
		fields.some((field) => !isDeepStrictEqual(before[field], after[field]));
	const events: AppEvent[] = [];
	if (differs(UPDATE_FIELDS) || customFieldsDiffer(state, before, after)) events.push(event('ContactUpdate'));
	if (differs(['tags'])) events.push(event('ContactTagUpdate'));
	if (differs(['dnd', 'dndSettings'])) events.push(event('ContactDndUpdate'));
	return events;
}

/**
 * The fields whose change makes a ContactUpdate. HighLevel says "specific fields" and publishes no list: these are
 * those of the payload, and the time zone, which counts since 2025. Followers, memberships and inbound DND make none.
 */
const UPDATE_FIELDS = [
	'firstName',
	'lastName',
	'email',
	'phone',
	'companyName',
	'address1',
	'city',
	'state',
	'country',
	'postalCode',
	'website',
	'timezone',
	'dateOfBirth',
	'source',
	'assignedTo',
] as const;

/** Uploaded files make no event. Source: public report of HighLevel's. */
function customFieldsDiffer(
	state: SandboxState,
	before: Readonly<ContactRecord>,
	after: Readonly<ContactRecord>,
): boolean {
	const shown = ({ customFields }: Readonly<ContactRecord>) =>
		customFields.filter(({ id }) => state.customFields.get(id)?.dataType !== 'FILE_UPLOAD');
	return !isDeepStrictEqual(shown(before), shown(after));
}

/** A changed task makes an event only when it is completed. */
function ofTask({ before, after }: Change<TaskRecord>, { bareTasks }: WebhookSettings): AppEvent[] {
	if (!before) return [{ type: 'TaskCreate', payload: taskPayload(after as TaskRecord, bareTasks) }];
	if (!after) return [{ type: 'TaskDelete', payload: taskPayload(before, false) }];
	const completed = after.completed && !before.completed;
	return completed ? [{ type: 'TaskComplete', payload: taskPayload(after, false) }] : [];
}

function ofAppointment(state: SandboxState, { before, after }: Change<AppointmentRecord>): AppEvent[] {
	const type = !before ? 'AppointmentCreate' : after ? 'AppointmentUpdate' : 'AppointmentDelete';
	const appointment = (after ?? before) as AppointmentRecord;
	return [{ type, payload: appointmentPayload(appointment, state.locations.get(appointment.locationId)) }];
}

function ofInstall({ before, after }: Change<InstallRecord>, appId: string): AppEvent[] {
	const install = (after ?? before) as InstallRecord;
	if (install.appId !== appId) return [];
	return after
		? [{ type: 'INSTALL', payload: installPayload(install) }]
		: [{ type: 'UNINSTALL', payload: uninstallPayload(install) }];
}
