import { randomUUID } from 'node:crypto';
import { SeededRandom } from '../../shared/random';
import type { WebhookCounts } from '../../shared/webhooks/sender';
import { WebhookSender } from '../../shared/webhooks/sender';
import type { SandboxSettings } from '../options';
import type { SandboxState } from '../state/state';
import type { WebhookDelivery } from './delivery';
import { eventsOf } from './events';
import { WebhookSigner } from './signer';

/** Source: official page on webhooks, "up to 12 times after the first attempt". */
const MAX_RETRIES = 12;

/** An event as it is sent by hand. The examples of some official pages have no `type`. */
export interface SentEvent {
	type?: string;
	webhookId?: string;
	[field: string]: unknown;
}

/** The webhooks of the demo app: what a test or a person can know and do about them. */
export interface WebhooksHandle {
	/** Of the signature X-GHL-Signature: Ed25519, SPKI as PEM; the same in every sandbox. */
	readonly publicKey: string;
	/** Of the former X-WH-Signature: RSA, SPKI as PEM; another one in every sandbox. */
	readonly legacyPublicKey: string;
	/** The latest deliveries, oldest first. */
	readonly deliveries: readonly WebhookDelivery[];
	/** Delivers once more, with the same id and body. Throws an Error for an unknown delivery, and for one that is
	 * still being tried. */
	resend(webhookId: string): void;
	/** What became of all deliveries since the start or the last reset. */
	readonly counts: WebhookCounts;
	/**
	 * Sends an event of any type, whether or not it is enabled, and adds what it lacks of the usual envelope.
	 * Does nothing without a URL.
	 *
	 * @returns its webhookId; undefined without a URL
	 */
	send(event: SentEvent): string | undefined;
	/** Waits until nothing is on its way or waiting for another try. */
	idle(): Promise<void>;
}

/** Turns changes of the state into signed deliveries. */
export class Webhooks implements WebhooksHandle {
	private readonly signer = new WebhookSigner();
	private readonly sender: WebhookSender<WebhookDelivery>;

	/** @param seed of the jitter between tries */
	constructor(
		private readonly state: SandboxState,
		private readonly settings: SandboxSettings,
		seed: number,
	) {
		this.sender = new WebhookSender(
			() => ({ ...this.settings.webhooks, maxRetries: MAX_RETRIES }),
			(body) => this.headersFor(body),
			new SeededRandom(seed),
		);
		state.onRecord = (collection, before, after) => {
			const { webhooks } = this.settings;
			if (webhooks.url === null) return;
			for (const { type, payload } of eventsOf(this.state, webhooks, collection, { before, after })) {
				if (webhooks.events.includes(type)) this.send({ type, ...payload });
			}
		};
	}

	get publicKey(): string {
		return this.signer.publicKey;
	}

	get legacyPublicKey(): string {
		return this.signer.legacyPublicKey;
	}

	get deliveries(): readonly WebhookDelivery[] {
		return this.sender.deliveries;
	}

	get counts(): WebhookCounts {
		return this.sender.counts;
	}

	resend(webhookId: string): void {
		this.sender.resend(webhookId);
	}

	/** Source of the envelope: official guide to webhooks, and payloads that were captured. */
	send(event: SentEvent): string | undefined {
		const { url } = this.settings.webhooks;
		if (url === null) return undefined;
		const { id: appId } = this.state.home.app;
		const { webhookId = randomUUID() } = event;
		const now = new Date();
		const envelope = { timestamp: now.toISOString(), webhookId, appId, versionId: appId };
		this.sender.enqueue({
			webhookId,
			type: event.type ?? '',
			...(typeof event['locationId'] === 'string' ? { locationId: event['locationId'] } : {}),
			url,
			// Named twice, an event's own fields stay in front and keep their values.
			body: JSON.stringify({ ...event, ...envelope, ...event }),
			at: now.getTime(),
			status: 'waiting',
			tries: [],
		});
		return webhookId;
	}

	idle(): Promise<void> {
		return this.sender.idle();
	}

	clear(): void {
		this.sender.clear();
	}

	close(): void {
		this.sender.close();
	}

	private headersFor(body: Buffer): Record<string, string> {
		return {
			'Content-Type': 'application/json',
			'X-GHL-Signature': this.signer.sign(body),
			...(this.settings.webhooks.legacySignature ? { 'X-WH-Signature': this.signer.signLegacy(body) } : {}),
		};
	}
}
