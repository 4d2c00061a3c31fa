import type { FastifyInstance } from 'fastify';
import { badRequest } from '../wire/errors';
import type { Hub } from '../hub';
import type { JsonSchema } from '../../shared/jsonSchema';
import { filledText } from '../../shared/jsonSchema';
import type { SentEvent } from './webhooks';

/** Enough for a few thousand events in one call. */
const MAX_EVENTS_BYTES = 16 * 1024 * 1024;

const eventProperties: JsonSchema = { type: filledText, webhookId: filledText };

/** One event, or a list of them. Anything may be in them. */
const eventsBody: JsonSchema = {
	type: ['object', 'array'],
	properties: eventProperties,
	items: { type: 'object', properties: eventProperties },
};

/** The part of the controls that is about webhooks, under /__sandbox/webhooks. */
export function serveWebhookControls(controls: FastifyInstance, hub: Hub): void {
	const config = { ownControl: true };
	const { webhooks } = hub;
	controls.get('/webhooks', { config }, (request) => {
		const since = Number((request.query as { since?: string }).since ?? 0);
		return {
			publicKey: webhooks.publicKey,
			legacyPublicKey: webhooks.legacyPublicKey,
			counts: webhooks.counts,
			deliveries: webhooks.deliveries.filter(({ at }) => at > since),
		};
	});
	const toSend = { config, bodyLimit: MAX_EVENTS_BYTES, schema: { body: eventsBody } };
	controls.post('/webhooks/send', toSend, (request, reply) => {
		if (hub.settings.webhooks.url === null) {
			throw badRequest('Set the address of the webhooks first: PATCH /__sandbox/settings, webhooks.url');
		}
		const webhookIds = [request.body as SentEvent | SentEvent[]].flat().map((event) => webhooks.send(event));
		return reply.code(202).send({ webhookIds });
	});
	controls.post('/webhooks/:webhookId/resend', { config }, (request, reply) => {
		const { webhookId } = request.params as { webhookId: string };
		try {
			webhooks.resend(webhookId);
		} catch (error) {
			throw badRequest((error as Error).message);
		}
		return reply.code(202).send({ webhookId });
	});
}
