import { SandboxHub } from '../shared/running/hub';
import type { WiseAgentFaultRule } from './faults';
import { WiseAgentFaults } from './faults';
import { OAuth } from './oauth/oauth';
import { NO_COUNTS } from './oauth/counts';
import type { SandboxSettings, SettingsPatch, WiseAgentSandboxOptions } from './options';
import { initialSettings } from './options';
import { restoreSnapshot, takeSnapshot } from './snapshot';
import type { SeedData } from './state';
import { SandboxState } from './state';
import { Webhooks } from './webhooks/webhooks';

/** The parts of one running sandbox, and what holds them together. */
export class Hub extends SandboxHub<SandboxSettings, SettingsPatch, WiseAgentFaultRule> {
	readonly settings: SandboxSettings;
	readonly state: SandboxState;
	readonly oauth: OAuth;
	readonly webhooks: Webhooks;
	readonly faults = new WiseAgentFaults(this.lottery);

	/** @throws Error when the state file cannot be read */
	constructor(options: WiseAgentSandboxOptions, seedData: SeedData) {
		super(options);
		this.settings = initialSettings(options);
		this.state = new SandboxState(seedData, this.seed);
		this.oauth = new OAuth(this.state, this.settings);
		this.webhooks = new Webhooks(this.state, this.settings, this.seed + 2);
		if (options.stateFile !== undefined) {
			this.keepIn(options.stateFile, options, {
				take: () => takeSnapshot(this.state),
				restore: (stored) => restoreSnapshot(this.state, stored),
			});
		}
	}

	/** Back to the seed state; the settings stay. */
	override reset(): void {
		this.state.reset();
		this.webhooks.clear();
		this.oauth.counts = { ...NO_COUNTS };
		super.reset();
	}

	override close(): void {
		this.webhooks.close();
		super.close();
	}
}
