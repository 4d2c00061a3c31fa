import type { FaultRule } from '../shared/faults';
import { Faults } from '../shared/faults';
import { RateLimiter } from '../shared/rateLimit';
import { SandboxHub } from '../shared/running/hub';
import { OAuth } from './oauth/oauth';
import type { HighLevelSandboxOptions, SandboxSettings, SettingsPatch } from './options';
import { initialSettings } from './options';
import { restoreSnapshot, takeSnapshot } from './state/snapshot';
import type { SeedData } from './state/state';
import { SandboxState } from './state/state';
import { checkAddress } from './webhooks/settings';
import { Webhooks } from './webhooks/webhooks';

/** The parts of one running sandbox, and what holds them together. */
export class Hub extends SandboxHub<SandboxSettings, SettingsPatch, FaultRule> {
	readonly settings: SandboxSettings;
	readonly state: SandboxState;
	readonly oauth: OAuth;
	readonly webhooks: Webhooks;
	readonly limiter: RateLimiter;
	readonly faults = new Faults(this.lottery);

	/** @throws Error when the state file cannot be read, or when the address for webhooks is none */
	constructor(options: HighLevelSandboxOptions, seedData: SeedData) {
		super(options);
		checkAddress(options.webhooks?.url);
		this.settings = initialSettings(options);
		const { searchDelayMs, allowDuplicateContact } = this.settings;
		this.state = new SandboxState(seedData, { seed: this.seed, searchDelayMs, allowDuplicateContact });
		this.oauth = new OAuth(this.state, this.settings);
		this.webhooks = new Webhooks(this.state, this.settings, this.seed + 2);
		this.limiter = new RateLimiter(this.settings.rateLimit);
		if (options.stateFile !== undefined) this.follow(options.stateFile, options);
	}

	/** @throws Error when the address for webhooks is none */
	override configure(patch: SettingsPatch): void {
		checkAddress(patch.webhooks?.url);
		super.configure(patch);
		const { rateLimit, searchDelayMs, allowDuplicateContact } = patch;
		if (rateLimit) this.limiter.configure(this.settings.rateLimit);
		if (searchDelayMs !== undefined) this.state.lag.delayMs = searchDelayMs;
		if (allowDuplicateContact !== undefined) {
			const location = this.state.locations.get(this.state.home.locationId);
			if (location) this.state.locations.set(location.id, { ...location, allowDuplicateContact });
		}
	}

	/** Back to the seed state; the settings stay. */
	override reset(): void {
		this.state.reset(this.settings.allowDuplicateContact);
		this.webhooks.clear();
		this.oauth.clear();
		this.limiter.clear();
		super.reset();
	}

	override close(): void {
		this.webhooks.close();
		super.close();
	}

	private follow(stateFile: string, named: SettingsPatch): void {
		this.keepIn(stateFile, named, {
			take: () => takeSnapshot(this.state),
			restore: (stored) => restoreSnapshot(this.state, stored),
		});
		// The location's setting comes from the file unless this start names it.
		const { allowDuplicateContact } = named;
		if (allowDuplicateContact !== undefined) this.configure({ allowDuplicateContact });
		else this.settings.allowDuplicateContact = this.demoAllowsDuplicates();
	}

	private demoAllowsDuplicates(): boolean {
		return this.state.locations.get(this.state.home.locationId)?.allowDuplicateContact ?? false;
	}
}
