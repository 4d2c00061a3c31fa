import type { FastifyInstance } from 'fastify';
import { faultSchema } from '../../shared/faultSchema';
import { closedObject, count, text } from '../../shared/jsonSchema';
import { ControlError, refuseOtherOrigins } from '../../shared/origin';
import type { WiseAgentFaultRule } from '../faults';
import { FAILURE_SHAPES, WISE_AGENT_FAULT_KINDS } from '../faults';
import type { Hub } from '../hub';
import type { SettingsPatch } from '../options';
import type { HistoryPerContact } from '../state';
import { serveManualControls } from './manual';
import { serveOAuthControls } from './oauth';
import { settingsBody } from './settingsSchema';
import { serveWebhookControls } from './webhooks';

const faultBody = faultSchema(WISE_AGENT_FAULT_KINDS, {
	status: { type: 'integer', minimum: 200, maximum: 599 },
	requestType: text,
	shape: { type: 'string', enum: FAILURE_SHAPES },
});

const contactsBody = closedObject(
	{ count: count(1, 100_000), notes: count(0, 100), tasks: count(0, 100), calls: count(0, 100) },
	['count'],
);

/** The sandbox's own controls under /__sandbox, for its page and other processes. They answer without a token and are
 * not recorded. */
export function serveControls(app: FastifyInstance, hub: Hub): void {
	void app.register(
		async (controls) => {
			controls.addHook('onRequest', async (request) => refuseOtherOrigins(request));
			serveCommonControls(controls, hub);
			serveManualControls(controls, hub);
			serveOAuthControls(controls, hub);
			serveWebhookControls(controls, hub);
		},
		{ prefix: '/__sandbox' },
	);
}

function serveCommonControls(controls: FastifyInstance, hub: Hub): void {
	controls.get('/state', () => summary(hub));
	controls.get('/records/:collection', (request) => {
		const { collection } = request.params as { collection: string };
		const map = hub.state.collections()[collection];
		if (!map) throw new ControlError(404, `The sandbox keeps no ${collection}`);
		return { [collection]: [...map.values()] };
	});
	controls.get('/requests', (request) => {
		const since = Number((request.query as { since?: string }).since ?? 0);
		return { requests: hub.log.entries.filter(({ at }) => at > since) };
	});
	controls.get('/faults', () => ({ faults: hub.faults.list() }));
	controls.post('/faults', { schema: { body: faultBody } }, (request, reply) => {
		try {
			hub.faults.add(request.body as WiseAgentFaultRule);
		} catch (error) {
			throw new ControlError(400, (error as Error).message);
		}
		return reply.code(201).send({ faults: hub.faults.list() });
	});
	controls.delete('/faults', () => {
		hub.faults.clear();
		return { faults: [] };
	});
	controls.get('/settings', () => hub.settings);
	controls.patch('/settings', { schema: { body: settingsBody } }, (request) => {
		hub.configure(request.body as SettingsPatch);
		return hub.settings;
	});
	controls.post('/contacts', { schema: { body: contactsBody } }, (request, reply) => {
		const { count: wanted, ...history } = request.body as { count: number } & HistoryPerContact;
		const added = hub.state.seedContacts(wanted, history);
		return reply.code(201).send({ added: added.length, ids: added.map(({ ClientID }) => ClientID) });
	});
	controls.post('/reset', () => {
		hub.reset();
		return summary(hub);
	});
}

function summary(hub: Hub): object {
	const records = Object.entries(hub.state.collections()).map(([name, map]) => [name, map.size]);
	return {
		url: hub.url,
		demo: hub.state.home.constants,
		records: Object.fromEntries(records) as object,
		requests: hub.log.count,
		settings: hub.settings,
		faults: hub.faults.list(),
	};
}
