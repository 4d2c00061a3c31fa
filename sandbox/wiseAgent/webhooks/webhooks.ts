import { SeededRandom } from '../../shared/random';
import type { WebhookCounts, WebhookDelivery } from '../../shared/webhooks/sender';
import { WebhookSender } from '../../shared/webhooks/sender';
import type { SandboxSettings } from '../options';
import type { RegisteredEvent, WebhookRecord } from '../records';
import type { SandboxState } from '../state';
import { eventsOf } from './events';

/** What was sent to a webhook that an app had registered. */
export interface RegisteredDelivery extends WebhookDelivery {
	/** The registration's WebhookID. */
	registration: number;
}

/** What a test or a person can know and do about webhooks. */
export interface WebhooksHandle {
	/** The latest deliveries, oldest first. Their `webhookId` is the sandbox's and not sent. */
	readonly deliveries: readonly RegisteredDelivery[];
	/** What became of all deliveries since the start or the last reset. */
	readonly counts: WebhookCounts;
	/** Delivers once more, with the same body. Throws an Error for an unknown delivery, and for one that is still
	 * being tried. */
	resend(webhookId: string): void;
	/** Sends an event to the webhooks that are registered for `registered`, whatever happened.
	 * @param type what is sent as the EventType; `registered` unless told
	 * @returns how many there are */
	send(event: { registered: RegisteredEvent; type?: string; resourceIds: readonly number[] }): number;
	/** Waits until nothing is on its way or waiting for another try. */
	idle(): Promise<void>;
}

/** Turns changes of the state into deliveries: no signature, no secret, ids only. Source: official API page. */
export class Webhooks implements WebhooksHandle {
	private readonly sender: WebhookSender<RegisteredDelivery>;
	private lastDelivery = 0;

	/** @param seed of the jitter between tries */
	constructor(
		private readonly state: SandboxState,
		private readonly settings: SandboxSettings,
		seed: number,
	) {
		this.sender = new WebhookSender(
			() => this.settings.webhooks,
			() => ({ 'Content-Type': 'application/json' }),
			new SeededRandom(seed),
		);
		state.onChanges = (changes, origin) => {
			const { groups, specificTypes } = this.settings.webhooks;
			const grouped = new Map<string, { registered: RegisteredEvent; type: string; resourceIds: number[] }>();
			for (const { registered, type, resourceId } of eventsOf(changes, origin, specificTypes)) {
				const key = groups ? type : `${type} ${resourceId}`;
				const group = grouped.get(key) ?? { registered, type, resourceIds: [] };
				group.resourceIds.push(resourceId);
				grouped.set(key, group);
			}
			for (const event of grouped.values()) this.send(event);
		};
	}

	get deliveries(): readonly RegisteredDelivery[] {
		return this.sender.deliveries;
	}

	get counts(): WebhookCounts {
		return this.sender.counts;
	}

	resend(webhookId: string): void {
		this.sender.resend(webhookId);
	}

	send({ registered, type = registered, resourceIds }: Parameters<WebhooksHandle['send']>[0]): number {
		const webhooks = [...this.state.webhooks.values()].filter(
			({ EventType, Status }) => EventType === registered && Status === 'Active',
		);
		for (const webhook of webhooks) this.deliver(webhook, type, resourceIds);
		return webhooks.length;
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

	private deliver(
		{ WebhookID, Url }: Readonly<WebhookRecord>,
		type: string,
		resourceIds: readonly number[],
	): void {
		this.lastDelivery += 1;
		const now = new Date();
		this.sender.enqueue({
			webhookId: String(this.lastDelivery),
			registration: WebhookID,
			type,
			url: Url,
			body: JSON.stringify({
				EventType: type,
				EventCreated: now.toISOString(),
				ResourceIds: resourceIds,
			}),
			at: now.getTime(),
			status: 'waiting',
			tries: [],
		});
	}
}
