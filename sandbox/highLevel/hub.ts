import { Faults } from '../shared/faults';
import { SeededRandom } from '../shared/random';
import { RateLimiter } from '../shared/rateLimit';
import { RequestLog } from '../shared/requestLog';
import { StateFile } from '../shared/stateFile';
import { Waits } from '../shared/waits';
import { DEMO } from './seed/demo';
import { OAuth } from './oauth/oauth';
import type { HighLevelSandboxOptions, SandboxSettings, SettingsPatch } from './options';
import { initialSettings } from './options';
import { restoreSnapshot, takeSnapshot } from './state/snapshot';
import { SandboxState } from './state/state';
import { checkAddress } from './webhooks/settings';
import { Webhooks } from './webhooks/webhooks';

/** The parts of one running sandbox, and what holds them together. */
export class Hub {
	/** Address of the server, once it listens. */
	url = '';
	readonly settings: SandboxSettings;
	readonly state: SandboxState;
	readonly oauth: OAuth;
	readonly webhooks: Webhooks;
	readonly limiter: RateLimiter;
	readonly faults: Faults;
	readonly log = new RequestLog();
	readonly waits = new Waits();
	/** A lottery of its own, so that faults do not shift the ids of records. */
	private readonly lottery: SeededRandom;
	private readonly seed: number;
	private readonly stateFile: StateFile | undefined;

	/** @throws Error when the state file cannot be read, or when the address for webhooks is none */
	constructor(options: HighLevelSandboxOptions) {
		checkAddress(options.webhooks?.url);
		this.seed = options.seed ?? 1;
		this.settings = initialSettings(options);
		const { searchDelayMs, allowDuplicateContact } = this.settings;
		this.lottery = new SeededRandom(this.seed + 1);
		this.state = new SandboxState({ seed: this.seed, searchDelayMs, allowDuplicateContact });
		this.oauth = new OAuth(this.state, this.settings);
		this.webhooks = new Webhooks(this.state, this.settings, this.seed + 2);
		this.limiter = new RateLimiter(this.settings.rateLimit);
		this.faults = new Faults(this.lottery);
		if (options.stateFile !== undefined) {
			const { settings } = this;
			this.stateFile = new StateFile(options.stateFile, () => ({ ...takeSnapshot(this.state), settings }));
			this.stateFile.restore((stored) => this.restore(stored, options));
			this.state.onChange = () => this.stateFile?.touch();
			// The location's setting comes from the file unless this start names it.
			if (options.allowDuplicateContact !== undefined) this.configure({ allowDuplicateContact });
			else this.settings.allowDuplicateContact = this.demoAllowsDuplicates();
		}
	}

	/** @throws Error when the address for webhooks is none */
	configure(patch: SettingsPatch): void {
		const { rateLimit, webhooks, ...rest } = patch;
		checkAddress(webhooks?.url);
		Object.assign(this.settings, withoutUndefined(rest));
		if (webhooks) {
			this.settings.webhooks = { ...this.settings.webhooks, ...withoutUndefined(webhooks) };
		}
		if (rateLimit) {
			this.settings.rateLimit = { ...this.settings.rateLimit, ...withoutUndefined(rateLimit) };
			this.limiter.configure(this.settings.rateLimit);
		}
		if (rest.searchDelayMs !== undefined) this.state.lag.delayMs = rest.searchDelayMs;
		if (rest.allowDuplicateContact !== undefined) {
			const location = this.state.locations.get(DEMO.locationId);
			const { allowDuplicateContact } = rest;
			if (location) this.state.locations.set(location.id, { ...location, allowDuplicateContact });
		}
		this.stateFile?.touch();
	}

	/** Back to the seed state; the settings stay. */
	reset(): void {
		this.state.reset(this.settings.allowDuplicateContact);
		this.webhooks.clear();
		this.oauth.clear();
		this.log.clear();
		this.faults.clear();
		this.lottery.position = this.seed + 1;
		this.limiter.clear();
	}

	/** Ends all waits and writes the state file. */
	close(): void {
		this.waits.close();
		this.webhooks.close();
		this.stateFile?.flush();
	}

	/** A setting that this start names wins over the stored one. */
	private restore(stored: unknown, options: HighLevelSandboxOptions): void {
		const { port: _port, stateFile: _stateFile, quiet: _quiet, seed: _seed, ...named } = options;
		const { settings } = stored as { settings?: SettingsPatch };
		this.configure(settings ?? {});
		this.configure(named);
		restoreSnapshot(this.state, stored);
	}

	private demoAllowsDuplicates(): boolean {
		return this.state.locations.get(DEMO.locationId)?.allowDuplicateContact ?? false;
	}
}

function withoutUndefined<T extends object>(fields: T): Partial<T> {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
