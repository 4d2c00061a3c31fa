import { lastFound } from '../../shared/page/found';
import type { Hub } from '../hub';
import type { InstallRecord } from '../oauth/records';
import { appIdOf } from '../oauth/records';
import type { ContactRecord } from '../state/records';
import type { SandboxState } from '../state/state';
import { fullName } from '../views/contact';
import type { WebhookDelivery } from '../webhooks/delivery';
import { activities } from './activities';
import { choices } from './choices';

/** What the page shows: counters, and the latest `count` rows of each list. A row has a `key` to know it again by,
 * and a `stamp` that changes with it.
 * @param find words that contacts must have in their names, emails, phones or tags */
export function feed(hub: Hub, count: number, find = ''): object {
	const { state, log, limiter } = hub;
	const contacts = lastFound(state.contacts, count, find, (contact) => [
		...[fullName(contact), contact.email, contact.phone],
		...contact.tags,
	]);
	const shown = activities(state, count);
	return {
		url: hub.url,
		counters: {
			contacts: state.contacts.size,
			tasks: state.tasks.size,
			notes: state.notes.size,
			messages: state.messages.size,
			opportunities: state.opportunities.size,
			appointments: state.appointments.size,
			listings: state.objectRecords.size,
			submissions: state.formSubmissions.size + state.surveySubmissions.size,
			requests: log.count,
			limited: log.rateLimitedCount,
			window: limiter.lowestRemaining(),
		},
		settings: hub.settings,
		faults: hub.faults.list(),
		installs: state.installs.lastChanged(count).map((install) => installRow(state, install)),
		webhooks: hub.webhooks.deliveries
			.slice(-count)
			.reverse()
			.map((delivery) => webhookRow(state, delivery)),
		shownAtMost: count,
		contacts: contacts.map((contact) => contactRow(state, contact)),
		activities: shown,
		choices: choices(state, [...contacts.map(({ id }) => id), ...shown.map(({ contactId }) => contactId)]),
		requests: log.entries
			.slice(-count)
			.reverse()
			.map(({ number, at, method, path, status, durationMs, fault }) => ({
				key: String(number),
				stamp: String(status),
				at,
				method,
				path,
				status,
				durationMs,
				fault,
			})),
	};
}

function contactRow(state: SandboxState, contact: Readonly<ContactRecord>): object {
	return {
		key: contact.id,
		stamp: contact.dateUpdated,
		id: contact.id,
		name: fullName(contact),
		email: contact.email,
		phone: contact.phone,
		tags: contact.tags,
		customFields: contact.customFields.map(({ id, value }) => ({
			name: state.customFields.get(id)?.name ?? id,
			value: readable(value),
		})),
		updated: contact.dateUpdated,
		editable: contact.locationId === state.home.locationId,
		fields: contact,
	};
}

function installRow(state: SandboxState, install: Readonly<InstallRecord>): object {
	const app = [...state.apps.values()].find(({ clientId }) => appIdOf(clientId) === install.appId);
	return {
		key: install.id,
		stamp: install.installedAt,
		place: install.locationId === null ? 'The whole agency' : placeName(state, install.locationId),
		app: app?.name ?? install.appId,
		at: install.installedAt,
	};
}

/** Without the body, which the controls tell. */
function webhookRow(state: SandboxState, delivery: Readonly<WebhookDelivery>): object {
	const { webhookId, type, locationId, at, status, tries } = delivery;
	const last = tries.at(-1);
	return {
		key: webhookId,
		stamp: `${status} ${tries.length}`,
		type,
		place: locationId === undefined ? '' : placeName(state, locationId),
		at,
		status,
		open: status === 'waiting' || status === 'retrying',
		tries: tries.length,
		outcome: last?.error ?? last?.status,
	};
}

function placeName(state: SandboxState, locationId: string): string {
	return state.locations.get(locationId)?.name ?? locationId;
}

function readable(value: unknown): string {
	if (Array.isArray(value)) return value.join(', ');
	if (typeof value !== 'object' || value === null) return String(value);
	const parts = Object.values(value);
	return parts.every((part) => typeof part === 'string') ? parts.join(', ') : JSON.stringify(value);
}
