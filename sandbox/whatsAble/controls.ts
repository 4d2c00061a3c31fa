import type { FastifyInstance } from 'fastify';
import { faultSchema } from '../shared/faultSchema';
import { closedObject, count, filledText, flag } from '../shared/jsonSchema';
import { ControlError, refuseOtherOrigins } from '../shared/origin';
import { serveChatControls } from './chatControls';
import type { WhatsAbleFaultRule } from './wire/faults';
import { WHATSABLE_FAULT_KINDS } from './wire/faults';
import type { Hub } from './hub';
import type { SettingsPatch } from './options';
import type { DashboardWebhook } from './webhooks/registry';

const oneOf = (...values: string[]) => ({ type: 'string', enum: values });
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });

const settingsBody = closedObject({
	latencyMs: count(0),
	rateLimit: orNull(closedObject({ max: count(1), intervalMs: count(1) }, ['max', 'intervalMs'])),
	whatsAppRefusals: oneOf('ok', 'documented'),
	closedWindow: oneOf('refused', 'failsLater'),
	unknownLabels: oneOf('refused', 'ignored'),
	statusWords: oneOf('unread', 'whatsApp'),
	deliveredAfterMs: orNull(count(0)),
	readAfterMs: orNull(count(0)),
	webhooks: closedObject({
		secondRegistration: oneOf('replaces', 'adds'),
		lastMessages: oneOf('text', 'list'),
		phoneNumber: oneOf('sampled', 'text', 'number'),
		timeUnit: oneOf('s', 'ms'),
		referralIn: oneOf('payload', 'cloudApi'),
		duplicates: flag,
		timeoutMs: count(1),
		baseDelayMs: count(0),
		retries: count(0),
	}),
});

const clockBody = closedObject({ advanceMs: count(0) }, ['advanceMs']);

const webhookBody = closedObject({ url: filledText, incoming: flag, outgoing: flag, signed: flag }, ['url']);

/**
 * The sandbox's own controls under /__sandbox, for other processes. They answer without a key and are neither
 * recorded nor limited.
 */
export function serveControls(app: FastifyInstance, hub: Hub): void {
	void app.register(
		async (controls) => {
			controls.addHook('onRequest', async (request) => refuseOtherOrigins(request));
			// What a control refuses is told plainly, not in the shapes of the API.
			controls.setErrorHandler((error, _request, reply) => {
				const { statusCode = 400, message } = error as Error & { statusCode?: number };
				return reply.code(statusCode).send({ message });
			});
			serveCommonControls(controls, hub);
			serveWebhookControls(controls, hub);
			serveChatControls(controls, hub);
		},
		{ prefix: '/__sandbox' },
	);
}

const config = { ownControl: true };

function serveCommonControls(controls: FastifyInstance, hub: Hub): void {
	controls.get('/state', { config }, () => summary(hub));
	controls.get('/requests', { config }, (request) => {
		const since = Number((request.query as { since?: string }).since ?? 0);
		return { requests: hub.log.entries.filter(({ at }) => at > since) };
	});
	controls.get('/faults', { config }, () => ({ faults: hub.faults.list() }));
	controls.post(
		'/faults',
		{ config, schema: { body: faultSchema(WHATSABLE_FAULT_KINDS) } },
		(request, reply) => {
			hub.faults.add(request.body as WhatsAbleFaultRule);
			return reply.code(201).send({ faults: hub.faults.list() });
		},
	);
	controls.delete('/faults', { config }, () => {
		hub.faults.clear();
		return { faults: [] };
	});
	controls.get('/settings', { config }, () => hub.settings);
	controls.patch('/settings', { config, schema: { body: settingsBody } }, (request) => {
		hub.configure(request.body as SettingsPatch);
		return hub.settings;
	});
	controls.post('/clock', { config, schema: { body: clockBody } }, (request) => {
		hub.clock.advance((request.body as { advanceMs: number }).advanceMs);
		return { nowMs: hub.clock.nowMs };
	});
	controls.post('/reset', { config }, () => {
		hub.reset();
		return summary(hub);
	});
}

function serveWebhookControls(controls: FastifyInstance, { webhooks }: Hub): void {
	controls.get('/webhooks', { config }, (request) => {
		const since = Number((request.query as { since?: string }).since ?? 0);
		return {
			registrations: webhooks.registry.list(),
			counts: webhooks.counts,
			deliveries: webhooks.deliveries.filter(({ at }) => at > since),
		};
	});
	controls.post('/webhooks', { config, schema: { body: webhookBody } }, (request, reply) =>
		reply.code(201).send(webhooks.registry.add(request.body as DashboardWebhook)),
	);
	controls.delete('/webhooks/:id', { config }, (request) => {
		const { id } = request.params as { id: string };
		if (!webhooks.registry.remove(Number(id)))
			throw new ControlError(404, `The sandbox has no webhook ${id}`);
		return { registrations: webhooks.registry.list() };
	});
	controls.post('/webhooks/deliveries/:webhookId/resend', { config }, (request, reply) => {
		const { webhookId } = request.params as { webhookId: string };
		webhooks.resend(webhookId);
		return reply.code(202).send({ webhookId });
	});
}

function summary(hub: Hub): object {
	const { state } = hub;
	return {
		url: hub.url,
		demo: state.home.constants,
		nowMs: hub.clock.nowMs,
		contacts: [...state.contacts.values()],
		messages: [...state.messages.values()],
		scheduled: [...state.scheduled.values()],
		labels: [...state.labels],
		requests: hub.log.count,
		rateLimited: hub.log.rateLimitedCount,
		settings: hub.settings,
		faults: hub.faults.list(),
	};
}
