import type { WebhookRecord } from '../records';
import { REGISTERED_EVENTS } from '../records';
import type { Call, RequestType } from '../requestType';
import { LISTED_SUCCESS, listedFailure } from '../wire/refusal';

/** Registering webhooks, one event each. The answer to a creation does not tell the id. */
export const webhookTypes: RequestType[] = [
	{
		name: 'webhooks',
		verb: 'GET',
		scopes: ['profile'],
		answer: ({ state }) => ({
			Data: [...state.webhooks.values()]
				.sort((a, b) => a.WebhookID - b.WebhookID)
				.map(({ WebhookID, EventType, Status, Url }) => ({
					WebhookID: String(WebhookID),
					EventType,
					Status,
					Url,
				})),
		}),
	},
	{
		name: 'webhooks',
		verb: 'POST',
		scopes: ['profile'],
		answer: (call) => {
			const { parameters, state } = call;
			for (const name of ['EventType', 'Url']) {
				if (parameters.text(name) === '') throw listedFailure(`Missing ${name}`);
			}
			const WebhookID = state.newId('webhook');
			const registered = { Status: 'Active', ...sentFields(call), WebhookID } as WebhookRecord;
			state.webhooks.set(String(WebhookID), registered);
			return LISTED_SUCCESS;
		},
	},
	{
		name: 'webhooks',
		verb: 'PUT',
		scopes: ['profile'],
		answer: (call) => {
			const webhook = found(call);
			call.state.webhooks.set(String(webhook.WebhookID), { ...webhook, ...sentFields(call) });
			return LISTED_SUCCESS;
		},
	},
	{
		name: 'webhooks',
		verb: 'DELETE',
		scopes: ['profile'],
		answer: (call) => {
			call.state.webhooks.delete(String(found(call).WebhookID));
			return LISTED_SUCCESS;
		},
	},
];

function found({ state, parameters }: Call): Readonly<WebhookRecord> {
	const webhook = state.webhooks.get(parameters.text('WebhookID'));
	if (!webhook) throw listedFailure('WebhookID was not found');
	return webhook;
}

/** @throws Refusal for a value that cannot be; no source shows the texts */
function sentFields({ parameters }: Call): Partial<WebhookRecord> {
	const fields: Partial<WebhookRecord> = {};
	const event = parameters.text('EventType');
	if (event !== '') {
		const EventType = REGISTERED_EVENTS.find((known) => known === event);
		if (!EventType) throw listedFailure('Invalid EventType');
		fields.EventType = EventType;
	}
	const status = parameters.text('Status');
	if (status !== '') {
		if (status !== 'Active' && status !== 'Disabled') throw listedFailure('Invalid Status');
		fields.Status = status;
	}
	const url = parameters.text('Url');
	if (url !== '') {
		if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw listedFailure('Invalid Url');
		fields.Url = url;
	}
	return fields;
}
