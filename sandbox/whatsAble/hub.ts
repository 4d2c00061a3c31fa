import { Faults } from '../shared/faults';
import { SeededRandom } from '../shared/random';
import { RateLimiter } from '../shared/rate-limit';
import { RequestLog } from '../shared/request-log';
import { MovableClock } from './clock';
import type { WhatsAbleFaultRule } from './faults';
import { Outbox } from './messages/outbox';
import { Scheduler } from './messages/scheduler';
import {
	initialSettings,
	type SandboxSettings,
	type SettingsPatch,
	type WhatsAbleSandboxOptions,
} from './options';
import { WhatsAbleState } from './state';

/** The parts of one running sandbox, and what holds them together. */
export class Hub {
	/** Address of the server, once it listens. */
	url = '';
	readonly settings: SandboxSettings = initialSettings();
	readonly clock: MovableClock;
	readonly state: WhatsAbleState;
	readonly outbox: Outbox;
	readonly schedule: Scheduler;
	readonly limiter = new RateLimiter(NO_LIMIT);
	readonly faults: Faults<WhatsAbleFaultRule>;
	readonly log = new RequestLog();
	/** A lottery of its own, so that faults do not shift the ids of records. */
	private readonly lottery: SeededRandom;
	private readonly seed: number;
	private readonly timers = new Set<NodeJS.Timeout>();
	private closed = false;

	constructor(options: WhatsAbleSandboxOptions) {
		this.seed = options.seed ?? 1;
		this.clock = new MovableClock(options.startAtMs);
		this.lottery = new SeededRandom(this.seed + 1);
		this.faults = new Faults(this.lottery);
		this.state = new WhatsAbleState(this.clock, this.seed);
		this.outbox = new Outbox(this.state, this.clock, this.settings);
		this.schedule = new Scheduler(this.state, this.clock, this.settings, this.outbox);
		this.configure(options.settings ?? {});
	}

	configure(patch: SettingsPatch): void {
		const { webhooks, ...rest } = patch;
		Object.assign(this.settings, withoutUndefined(rest));
		if (webhooks) this.settings.webhooks = { ...this.settings.webhooks, ...withoutUndefined(webhooks) };
		if (rest.rateLimit !== undefined) this.limiter.configure({ ...NO_LIMIT, ...rest.rateLimit });
	}

	/** Back to the seed state; the settings and the time stay. */
	reset(): void {
		this.clock.clear();
		this.state.reset();
		this.log.clear();
		this.faults.clear();
		this.lottery.position = this.seed + 1;
		this.limiter.clear();
	}

	/** Waits; a wait that the end of the sandbox interrupts never ends, so nothing is carried out after it. */
	sleep(ms: number): Promise<void> {
		if (ms <= 0) return Promise.resolve();
		return new Promise((resolve) => {
			if (this.closed) return;
			const timer = setTimeout(() => {
				this.timers.delete(timer);
				resolve();
			}, ms);
			this.timers.add(timer);
		});
	}

	/** Ends all waits. */
	close(): void {
		this.closed = true;
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
		this.clock.close();
	}
}

const NO_LIMIT = { max: Infinity, intervalMs: 60_000, daily: Infinity, window: 'sliding' } as const;

function withoutUndefined<T extends object>(fields: T): Partial<T> {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
