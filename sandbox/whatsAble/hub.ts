import { Faults } from '../shared/faults';
import { RateLimiter } from '../shared/rateLimit';
import { SandboxHub } from '../shared/running/hub';
import { MovableClock } from './clock';
import type { WhatsAbleFaultRule } from './wire/faults';
import { Vault } from './files';
import { Outbox } from './messages/outbox';
import { Scheduler } from './messages/scheduler';
import type { SandboxSettings, SettingsPatch, WhatsAbleSandboxOptions } from './options';
import { initialSettings } from './options';
import { restoreSnapshot, takeSnapshot } from './snapshot';
import type { SeedData } from './state';
import { WhatsAbleState } from './state';
import { Webhooks } from './webhooks/webhooks';

/** The parts of one running sandbox, and what holds them together. */
export class Hub extends SandboxHub<SandboxSettings, SettingsPatch, WhatsAbleFaultRule> {
	readonly settings: SandboxSettings;
	readonly clock: MovableClock;
	readonly state: WhatsAbleState;
	readonly outbox: Outbox;
	readonly schedule: Scheduler;
	readonly webhooks: Webhooks;
	readonly vault: Vault;
	readonly limiter = new RateLimiter(NO_LIMIT);
	readonly faults = new Faults<WhatsAbleFaultRule>(this.lottery);

	/** @throws Error when the state file cannot be read */
	constructor(options: WhatsAbleSandboxOptions, seedData: SeedData) {
		super(options);
		this.settings = initialSettings(options);
		this.clock = new MovableClock(options.startAtMs, options.stopClock);
		this.state = new WhatsAbleState(this.clock, this.seed, seedData);
		this.outbox = new Outbox(this.state, this.clock, this.settings);
		this.schedule = new Scheduler(this.state, this.clock, this.settings, this.outbox);
		this.vault = new Vault(this.clock);
		this.webhooks = new Webhooks(this.state, this.settings, this.seed + 2);
		this.outbox.onMessage = (message) => this.webhooks.announce(message);
		this.limit();
		if (options.stateFile !== undefined) {
			this.keepIn(options.stateFile, options, {
				take: () => takeSnapshot(this),
				restore: (stored) => restoreSnapshot(this, stored),
			});
		}
	}

	override configure(patch: SettingsPatch): void {
		super.configure(patch);
		if (patch.rateLimit !== undefined) this.limit();
	}

	/** Back to the seed state; the settings and the time stay. */
	override reset(): void {
		this.clock.clear();
		this.webhooks.clear();
		this.vault.clear();
		this.state.reset();
		this.limiter.clear();
		super.reset();
	}

	override close(): void {
		this.clock.close();
		this.webhooks.close();
		super.close();
	}

	private limit(): void {
		this.limiter.configure({ ...NO_LIMIT, ...this.settings.rateLimit });
	}
}

const NO_LIMIT = { max: Infinity, intervalMs: 60_000, daily: Infinity, window: 'sliding' } as const;
