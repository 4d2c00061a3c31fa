import pLimit from 'p-limit';
import type { SeededRandom } from '../random';
import type { PostOutcome } from './post';
import { post } from './post';

const MAX_AT_ONCE = 10;
/** Deliveries that may wait for an answer; more than these fail at once. */
const MAX_WAITING = 10_000;
const MAX_KEPT = 1000;
/** ms in which events count as close together, see `outOfOrder`. */
const REORDERED_WITHIN_MS = 200;
/** Timers overflow beyond it, and then fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export interface WebhookTry extends PostOutcome {
	/** ms since the epoch. */
	at: number;
}

/** How deliveries are made. */
export interface SenderSettings {
	/** ms before the first repetition; it doubles with each one, and a random part of up to as much comes on top. */
	baseDelayMs: number;
	/** ms that a receiver has to answer. */
	timeoutMs: number;
	/** How often a delivery that fails is repeated. */
	maxRetries: number;
	/** Delivers each event twice. */
	duplicates: boolean;
	/** Delivers events that come close together in reverse order. */
	outOfOrder: boolean;
}

export interface WebhookDelivery {
	webhookId: string;
	type: string;
	url: string;
	/** What was signed and sent, the same in every try. */
	body: string;
	/** ms since the epoch. */
	at: number;
	/** `waiting`: not answered yet. `retrying`: will be tried again. `failed`: all tries are used up. */
	status: 'waiting' | 'delivered' | 'retrying' | 'failed';
	tries: WebhookTry[];
}

/** What became of all deliveries, those included that are no longer kept. */
export interface WebhookCounts {
	/** On their way, or waiting for another try. */
	open: number;
	/** Ended with a 2xx. */
	delivered: number;
	/** Given up. */
	failed: number;
	/** Requests that were made, repetitions and second copies included. */
	tries: number;
}

/** Delivers webhooks and repeats what fails, until it is stopped.
 * @typeParam Delivery a service may note more about a delivery */
export class WebhookSender<Delivery extends WebhookDelivery = WebhookDelivery> {
	/** The latest deliveries, oldest first. */
	readonly deliveries: Delivery[] = [];
	private readonly open = new Set<Delivery>();
	private totals = { delivered: 0, failed: 0, tries: 0 };
	private readonly timers = new Set<NodeJS.Timeout>();
	private held: Delivery[] = [];
	private whenIdle: Array<() => void> = [];
	private limit = pLimit(MAX_AT_ONCE);
	private stopper = new AbortController();
	private closed = false;

	/** @param headersFor the headers of a body that is delivered */
	constructor(
		private readonly settings: () => SenderSettings,
		private readonly headersFor: (body: Buffer, delivery: Delivery) => Record<string, string>,
		private readonly lottery: SeededRandom,
	) {}

	/** Since the start, or since everything was forgotten. */
	get counts(): WebhookCounts {
		return { open: this.open.size, ...this.totals };
	}

	/** Takes a delivery over; it is made in the background. */
	enqueue(delivery: Delivery): void {
		if (this.closed) return;
		this.deliveries.push(delivery);
		if (this.deliveries.length > MAX_KEPT) this.deliveries.splice(0, MAX_KEPT / 10);
		if (this.open.size >= MAX_WAITING) {
			delivery.status = 'failed';
			delivery.tries.push({ at: Date.now(), error: 'too many deliveries are waiting' });
			this.totals.failed += 1;
			return;
		}
		this.open.add(delivery);
		if (!this.settings().outOfOrder) void this.deliver(delivery);
		else if (this.held.push(delivery) === 1) this.later(REORDERED_WITHIN_MS, () => void this.releaseHeld());
	}

	/** Delivers once more what was delivered or has failed.
	 * @throws Error when there is no such delivery, or it is still being tried */
	resend(webhookId: string): void {
		const delivery = this.deliveries.find((known) => known.webhookId === webhookId);
		if (!delivery) throw new Error(`The sandbox has no delivery ${webhookId}`);
		if (this.open.has(delivery)) throw new Error(`Delivery ${webhookId} is still being tried`);
		this.open.add(delivery);
		void this.deliver(delivery);
	}

	/** Waits until nothing is on its way or waiting for another try. */
	async idle(): Promise<void> {
		if (this.open.size > 0) await new Promise<void>((resolve) => this.whenIdle.push(resolve));
	}

	/** Forgets everything, what is on its way included. */
	clear(): void {
		this.stopper.abort();
		this.stopper = new AbortController();
		this.limit.clearQueue();
		this.limit = pLimit(MAX_AT_ONCE);
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
		this.deliveries.length = 0;
		this.totals = { delivered: 0, failed: 0, tries: 0 };
		this.held = [];
		this.open.clear();
		this.checkIdle();
	}

	close(): void {
		this.closed = true;
		this.clear();
	}

	private async releaseHeld(): Promise<void> {
		const reversed = this.held.reverse();
		this.held = [];
		for (const delivery of reversed) await this.deliver(delivery);
	}

	/** The first try of a delivery, and what follows from its outcome. */
	private async deliver(delivery: Delivery): Promise<void> {
		if (!this.open.has(delivery)) return;
		delivery.status = 'waiting';
		await this.attempt(delivery, 0);
		if (this.settings().duplicates && (delivery.status as WebhookDelivery['status']) === 'delivered') {
			// What comes of the second copy does not matter: it was a mistake to begin with.
			await this.attempt(delivery, Infinity, 'delivered');
		}
		this.settle(delivery);
	}

	/** @param given tries that were made before
	 * @param keep the status that stays, whatever comes of it */
	private async attempt(delivery: Delivery, given: number, keep?: WebhookDelivery['status']): Promise<void> {
		const { signal } = this.stopper;
		const body = Buffer.from(delivery.body);
		const outcome = await this.limit(() => {
			const at = Date.now();
			const { timeoutMs } = this.settings();
			return post(delivery.url, this.headersFor(body, delivery), body, { timeoutMs, signal }).then(
				(sent) => ({
					at,
					...sent,
				}),
			);
		});
		if (signal.aborted) return;
		delivery.tries.push(outcome);
		this.totals.tries += 1;
		const isDelivered = outcome.status !== undefined && outcome.status >= 200 && outcome.status < 300;
		if (keep) delivery.status = keep;
		else if (isDelivered) delivery.status = 'delivered';
		else if (given >= this.settings().maxRetries) delivery.status = 'failed';
		else this.retry(delivery, given + 1);
	}

	private retry(delivery: Delivery, number: number): void {
		const { baseDelayMs } = this.settings();
		delivery.status = 'retrying';
		const delayMs = Math.min(baseDelayMs * (2 ** (number - 1) + this.lottery.next()), LONGEST_TIMER_MS);
		this.later(delayMs, () => void this.attempt(delivery, number).then(() => this.settle(delivery)));
	}

	private settle(delivery: Delivery): void {
		if (delivery.status === 'waiting' || delivery.status === 'retrying') return;
		if (this.open.delete(delivery)) this.totals[delivery.status] += 1;
		this.checkIdle();
	}

	private checkIdle(): void {
		if (this.open.size > 0) return;
		const waiting = this.whenIdle;
		this.whenIdle = [];
		for (const resolve of waiting) resolve();
	}

	private later(ms: number, action: () => void): void {
		const timer = setTimeout(() => {
			this.timers.delete(timer);
			action();
		}, ms);
		this.timers.add(timer);
	}
}
