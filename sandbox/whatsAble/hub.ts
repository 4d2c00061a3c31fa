import { Faults } from '../shared/faults';
import { SeededRandom } from '../shared/random';
import { RateLimiter } from '../shared/rateLimit';
import { RequestLog } from '../shared/requestLog';
import { StateFile } from '../shared/stateFile';
import { Waits } from '../shared/waits';
import { MovableClock } from './clock';
import type { WhatsAbleFaultRule } from './wire/faults';
import { Vault } from './files';
import { Outbox } from './messages/outbox';
import { Scheduler } from './messages/scheduler';
import type { SandboxSettings, SettingsPatch, WhatsAbleSandboxOptions } from './options';
import { initialSettings } from './options';
import { restoreSnapshot, takeSnapshot } from './snapshot';
import { WhatsAbleState } from './state';
import { Webhooks } from './webhooks/webhooks';

/** The parts of one running sandbox, and what holds them together. */
export class Hub {
	/** Address of the server, once it listens. */
	url = '';
	readonly settings: SandboxSettings = initialSettings();
	readonly clock: MovableClock;
	readonly state: WhatsAbleState;
	readonly outbox: Outbox;
	readonly schedule: Scheduler;
	readonly webhooks: Webhooks;
	readonly vault: Vault;
	readonly limiter = new RateLimiter(NO_LIMIT);
	readonly faults: Faults<WhatsAbleFaultRule>;
	readonly log = new RequestLog();
	readonly waits = new Waits();
	/** A lottery of its own, so that faults do not shift the ids of records. */
	private readonly lottery: SeededRandom;
	private readonly seed: number;
	private stateFile: StateFile | undefined;

	/** @throws Error when the state file cannot be read */
	constructor({
		port: _port,
		quiet: _quiet,
		seed = 1,
		startAtMs,
		stopClock,
		stateFile,
		...settings
	}: WhatsAbleSandboxOptions) {
		this.seed = seed;
		this.clock = new MovableClock(startAtMs, stopClock);
		this.lottery = new SeededRandom(this.seed + 1);
		this.faults = new Faults(this.lottery);
		this.state = new WhatsAbleState(this.clock, this.seed);
		this.outbox = new Outbox(this.state, this.clock, this.settings);
		this.schedule = new Scheduler(this.state, this.clock, this.settings, this.outbox);
		this.vault = new Vault(this.clock);
		this.webhooks = new Webhooks(this.state, this.settings, this.seed + 2);
		this.outbox.onMessage = (message) => this.webhooks.announce(message);
		this.configure(settings);
		if (stateFile !== undefined) this.keepIn(stateFile, settings);
	}

	configure(patch: SettingsPatch): void {
		const { webhooks, ...rest } = patch;
		Object.assign(this.settings, withoutUndefined(rest));
		if (webhooks) this.settings.webhooks = { ...this.settings.webhooks, ...withoutUndefined(webhooks) };
		if (rest.rateLimit !== undefined) this.limiter.configure({ ...NO_LIMIT, ...rest.rateLimit });
		this.stateFile?.touch();
	}

	/** Back to the seed state; the settings and the time stay. */
	reset(): void {
		this.clock.clear();
		this.webhooks.clear();
		this.vault.clear();
		this.state.reset();
		this.log.clear();
		this.faults.clear();
		this.lottery.position = this.seed + 1;
		this.limiter.clear();
	}

	/** Ends all waits and writes the state file. */
	close(): void {
		this.waits.close();
		this.clock.close();
		this.webhooks.close();
		this.stateFile?.flush();
	}

	/** @param named settings of this start, which win over stored ones */
	private keepIn(path: string, named: SettingsPatch): void {
		const { settings } = this;
		this.stateFile = new StateFile(path, () => ({ ...takeSnapshot(this), settings }));
		this.stateFile.restore((stored) => {
			this.configure((stored as { settings?: SettingsPatch }).settings ?? {});
			this.configure(named);
			restoreSnapshot(this, stored);
		});
		this.state.onChange = () => this.stateFile?.touch();
	}
}

const NO_LIMIT = { max: Infinity, intervalMs: 60_000, daily: Infinity, window: 'sliding' } as const;

function withoutUndefined<T extends object>(fields: T): Partial<T> {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
