import { randomUUID } from 'node:crypto';
import { SeededRandom } from '../../shared/random';
import type { WebhookCounts, WebhookDelivery as Delivery } from '../../shared/webhooks/sender';
import { WebhookSender } from '../../shared/webhooks/sender';
import type { SandboxSettings } from '../options';
import type { MessageRecord, Product } from '../records';
import type { WhatsAbleState } from '../state';
import { payloadOf } from './payload';
import { Registry } from './registry';

/** A delivery of a message to one address; its `type` is the direction of the message. */
export interface WebhookDelivery extends Delivery {
	product: Product;
	registrationId: number;
	/** Value of X-Webhook-Signature. */
	signature: string | null;
}

/** Sends what was received and sent to the addresses that asked for it. */
export class Webhooks {
	readonly registry: Registry;
	private readonly sender: WebhookSender<WebhookDelivery>;

	/** @param seed of the jitter between tries */
	constructor(
		private readonly state: WhatsAbleState,
		private readonly settings: SandboxSettings,
		seed: number,
	) {
		this.registry = new Registry(state, settings);
		this.sender = new WebhookSender(
			() => ({ ...this.settings.webhooks, maxRetries: this.settings.webhooks.retries, outOfOrder: false }),
			(_body, { signature }) => ({
				'Content-Type': 'application/json',
				...(signature === null ? {} : { 'X-Webhook-Signature': signature }),
			}),
			new SeededRandom(seed),
		);
	}

	/** The latest deliveries, oldest first. */
	get deliveries(): readonly WebhookDelivery[] {
		return this.sender.deliveries;
	}

	get counts(): WebhookCounts {
		return this.sender.counts;
	}

	/** Tells a message to every address that is registered for its direction. */
	announce(message: Readonly<MessageRecord>): void {
		const product = this.state.contacts.get(message.contactId)?.product;
		const concerned = this.registry
			.list()
			.filter((registration) => registration.product === product && registration[message.direction]);
		if (concerned.length === 0) return;
		const body = JSON.stringify(payloadOf(this.state, this.settings.webhooks, message));
		for (const { id, url, product: of, signature } of concerned) {
			this.sender.enqueue({
				webhookId: randomUUID(),
				type: message.direction,
				product: of,
				registrationId: id,
				signature,
				url,
				body,
				at: Date.now(),
				status: 'waiting',
				tries: [],
			});
		}
	}

	/** Delivers once more, with the same body.
	 * @throws Error when there is no such delivery, or it is still being tried */
	resend(webhookId: string): void {
		this.sender.resend(webhookId);
	}

	/** Waits until nothing is on its way or waiting for another try. */
	idle(): Promise<void> {
		return this.sender.idle();
	}

	clear(): void {
		this.sender.clear();
	}

	close(): void {
		this.sender.close();
	}
}
