import type { FastifyInstance } from 'fastify';
import { closedObject, filledText } from '../../shared/jsonSchema';
import { ControlError } from '../../shared/origin';
import type { Hub } from '../hub';
import { REGISTERED_EVENTS } from '../records';
import type { WebhooksHandle } from '../webhooks/webhooks';

const eventBody = closedObject(
	{
		registered: { type: 'string', enum: REGISTERED_EVENTS },
		type: filledText,
		resourceIds: { type: 'array', items: { type: 'integer' } },
	},
	['registered', 'resourceIds'],
);

/** The part of the controls that is about webhooks, under /__sandbox/webhooks. */
export function serveWebhookControls(controls: FastifyInstance, { state, webhooks }: Hub): void {
	controls.get('/webhooks', (request) => {
		const since = Number((request.query as { since?: string }).since ?? 0);
		return {
			registrations: [...state.webhooks.values()],
			counts: webhooks.counts,
			deliveries: webhooks.deliveries.filter(({ at }) => at > since),
		};
	});
	controls.post('/webhooks/send', { schema: { body: eventBody } }, (request, reply) => {
		const receivers = webhooks.send(request.body as Parameters<WebhooksHandle['send']>[0]);
		return reply.code(202).send({ receivers });
	});
	controls.post('/webhooks/:webhookId/resend', (request, reply) => {
		const { webhookId } = request.params as { webhookId: string };
		try {
			webhooks.resend(webhookId);
		} catch (error) {
			throw new ControlError(400, (error as Error).message);
		}
		return reply.code(202).send({ webhookId });
	});
}
