import type { FastifyInstance } from 'fastify';
import { faultSchema } from '../../shared/faultSchema';
import type { FaultRule } from '../../shared/faults';
import { FAULT_KINDS } from '../../shared/faults';
import { closedObject, count, filledText, flag, texts } from '../../shared/jsonSchema';
import { refuseOtherOrigins } from '../../shared/origin';
import { badRequest } from '../wire/errors';
import type { Hub } from '../hub';
import { serveOAuthControls } from '../oauth/controls';
import { serveManualControls } from './manual';
import { serveSubmissionControls } from './submissions';
import type { SettingsPatch } from '../options';
import type { TokenRecord } from '../state/records';
import { serveWebhookControls } from '../webhooks/controls';
import { WEBHOOK_EVENTS } from '../webhooks/settings';

const positive = { type: 'number', exclusiveMinimum: 0 };

const faultBody = faultSchema(FAULT_KINDS);

const settingsBody = closedObject({
	rateLimit: closedObject({
		max: count(1),
		intervalMs: positive,
		daily: count(1),
		window: { type: 'string', enum: ['fixed', 'sliding'] },
	}),
	searchDelayMs: count(0),
	latencyMs: count(0),
	allowDuplicateContact: flag,
	accessTokenLifetimeS: count(1),
	refreshGraceMs: count(0),
	webhooks: closedObject({
		url: { type: ['string', 'null'], pattern: '^https?://', refusal: 'must be an address' },
		events: { type: 'array', items: { type: 'string', enum: WEBHOOK_EVENTS } },
		baseDelayMs: count(0),
		timeoutMs: count(1),
		legacySignature: flag,
		duplicates: flag,
		outOfOrder: flag,
		bareTasks: flag,
	}),
});

const contactsBody = closedObject({ count: count(1, 100_000), locationId: filledText }, ['count']);

const locationsBody = closedObject({ count: count(1, 10_000), installed: flag }, ['count']);

/** A token of the demo location with all scopes, unless told otherwise; `locationId: null` makes an agency token. */
const tokenBody = closedObject({
	scopes: texts,
	locationId: { type: ['string', 'null'] },
	kind: { type: 'string', enum: ['pit', 'oauth'] },
	app: filledText,
});

/**
 * The sandbox's own controls under /__sandbox, for other processes. They answer without a token and are neither
 * recorded nor limited.
 */
export function serveControls(app: FastifyInstance, hub: Hub): void {
	void app.register(
		async (controls) => {
			controls.addHook('onRequest', async (request) => refuseOtherOrigins(request));
			const config = { ownControl: true };

			controls.get('/state', { config }, () => summary(hub));
			controls.get('/requests', { config }, (request) => {
				const since = Number((request.query as { since?: string }).since ?? 0);
				return { requests: hub.log.entries.filter(({ at }) => at > since) };
			});

			controls.get('/faults', { config }, () => ({ faults: hub.faults.list() }));
			controls.post('/faults', { config, schema: { body: faultBody } }, (request, reply) => {
				try {
					hub.faults.add(request.body as FaultRule);
				} catch (error) {
					throw badRequest((error as Error).message);
				}
				return reply.code(201).send({ faults: hub.faults.list() });
			});
			controls.delete('/faults', { config }, () => {
				hub.faults.clear();
				return { faults: [] };
			});

			controls.get('/settings', { config }, () => hub.settings);
			controls.patch('/settings', { config, schema: { body: settingsBody } }, (request) => {
				try {
					hub.configure(request.body as SettingsPatch);
				} catch (error) {
					throw badRequest((error as Error).message);
				}
				return hub.settings;
			});

			controls.post('/reset', { config }, () => {
				hub.reset();
				return summary(hub);
			});
			controls.post('/contacts', { config, schema: { body: contactsBody } }, (request, reply) => {
				const { count: wanted, locationId } = request.body as { count: number; locationId?: string };
				if (locationId !== undefined && !hub.state.locations.has(locationId)) {
					throw badRequest(`Location with id ${locationId} not found`);
				}
				const added = hub.state.seedContacts(wanted, locationId);
				return reply.code(201).send({ added: added.length, ids: added.map(({ id }) => id) });
			});
			controls.post('/opportunities', { config }, (_request, reply) => {
				const added = hub.state.seedOpportunities();
				return reply.code(201).send({ added: added.length, ids: added.map(({ id }) => id) });
			});
			controls.post('/listings', { config }, (_request, reply) => {
				const added = hub.state.seedListings();
				return reply.code(201).send({ added: added.length, ids: added.map(({ id }) => id) });
			});
			controls.post('/conversations', { config }, (_request, reply) => {
				const added = hub.state.seedConversations();
				return reply.code(201).send({ added: added.length, ids: added.map(({ id }) => id) });
			});
			controls.post('/locations', { config, schema: { body: locationsBody } }, (request, reply) => {
				const { count: wanted, installed } = request.body as { count: number; installed?: boolean };
				const added = hub.state.seedLocations(wanted, { installed });
				return reply.code(201).send({ added: added.length, ids: added.map(({ id }) => id) });
			});
			controls.post('/tokens', { config, schema: { body: tokenBody } }, (request, reply) =>
				reply.code(201).send(addToken(hub, request.body as Parameters<typeof addToken>[1])),
			);
			serveSubmissionControls(controls, hub);
			serveManualControls(controls, hub);
			serveOAuthControls(controls, hub);
			serveWebhookControls(controls, hub);
		},
		{ prefix: '/__sandbox' },
	);
}

function summary(hub: Hub): object {
	const { state } = hub;
	const records = Object.entries(state.collections()).map(([name, map]) => [name, map.size]);
	return {
		url: hub.url,
		demo: state.home.constants,
		records: Object.fromEntries(records),
		requests: hub.log.count,
		rateLimited: hub.log.rateLimitedCount,
		windowRemaining: hub.limiter.lowestRemaining(),
		settings: hub.settings,
		faults: hub.faults.list(),
	};
}

function addToken(
	hub: Hub,
	wanted: { scopes?: string[]; locationId?: string | null; kind?: 'pit' | 'oauth'; app?: string },
): TokenRecord {
	const { state } = hub;
	const { home } = state;
	const locationId = wanted.locationId === undefined ? home.locationId : wanted.locationId;
	const location = locationId === null ? undefined : state.locations.get(locationId);
	if (locationId !== null && !location) throw badRequest(`Location with id ${locationId} not found`);
	const kind = wanted.kind ?? 'pit';
	const token: TokenRecord = {
		token: `${kind === 'pit' ? 'pit' : 'oauth'}-00000000-demo-demo-demo-${state.random.id(12)}`,
		kind,
		level: locationId === null ? 'agency' : 'location',
		companyId: location?.companyId ?? home.companyId,
		locationId,
		scopes: wanted.scopes ?? [...home.scopes],
		app: wanted.app ?? null,
	};
	state.tokens.set(token.token, token);
	return token;
}
