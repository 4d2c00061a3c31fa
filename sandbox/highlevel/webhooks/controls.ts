import type { FastifyInstance } from 'fastify';
import { badRequest } from '../errors';
import type { Hub } from '../hub';

/** The part of the controls that is about webhooks, under /__sandbox/webhooks. */
export function serveWebhookControls(controls: FastifyInstance, hub: Hub): void {
	const config = { ownControl: true };
	const { webhooks } = hub;
	controls.get('/webhooks', { config }, (request) => {
		const since = Number((request.query as { since?: string }).since ?? 0);
		return {
			publicKey: webhooks.publicKey,
			legacyPublicKey: webhooks.legacyPublicKey,
			deliveries: webhooks.deliveries.filter(({ at }) => at > since),
		};
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
