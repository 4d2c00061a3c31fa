import { Faults } from '../shared/faults';
import { SeededRandom } from '../shared/random';
import { RequestLog } from '../shared/requestLog';
import { StateFile } from '../shared/stateFile';
import { Waits } from '../shared/waits';
import type { WiseAgentFaultRule } from './faults';
import { WISE_AGENT_FAULT_KINDS } from './faults';
import { OAuth } from './oauth/oauth';
import { NO_COUNTS } from './oauth/counts';
import type { SandboxSettings, SettingsPatch, WiseAgentSandboxOptions } from './options';
import { changedSettings, initialSettings } from './options';
import { restoreSnapshot, takeSnapshot } from './snapshot';
import { SandboxState } from './state';
import { Webhooks } from './webhooks/webhooks';

/** The parts of one running sandbox, and what holds them together. */
export class Hub {
	/** Address of the server, once it listens. */
	url = '';
	readonly settings: SandboxSettings;
	readonly state: SandboxState;
	readonly oauth: OAuth;
	readonly webhooks: Webhooks;
	readonly log = new RequestLog();
	readonly waits = new Waits();
	/** A lottery of its own, so that faults do not shift the ids of records. */
	private readonly lottery: SeededRandom;
	private readonly rules: Faults<WiseAgentFaultRule>;
	private readonly seed: number;
	private readonly stateFile: StateFile | undefined;

	/** @throws Error when the state file cannot be read */
	constructor(options: WiseAgentSandboxOptions) {
		this.seed = options.seed ?? 1;
		this.settings = initialSettings(options);
		this.lottery = new SeededRandom(this.seed + 1);
		this.state = new SandboxState({ seed: this.seed, empty: options.empty ?? false });
		this.oauth = new OAuth(this.state, this.settings);
		this.webhooks = new Webhooks(this.state, this.settings, this.seed + 2);
		this.rules = new Faults(this.lottery);
		if (options.stateFile !== undefined) {
			const { settings } = this;
			this.stateFile = new StateFile(options.stateFile, () => ({ ...takeSnapshot(this.state), settings }));
			this.stateFile.restore((stored) => {
				this.configure((stored as { settings?: SettingsPatch }).settings ?? {});
				// A setting that this start names wins.
				this.configure(options);
				restoreSnapshot(this.state, stored);
			});
			this.state.onChange = () => this.stateFile?.touch();
		}
	}

	/** The faults that are switched on. */
	get faults() {
		return {
			/** @throws SyntaxError when `path` is no regular expression */
			add: (rule: WiseAgentFaultRule): void => {
				const { requestType } = rule;
				const path = requestType === undefined ? rule.path : `\\?requestType=${requestType}$`;
				this.rules.add({ ...rule, ...(path === undefined ? {} : { path }) });
			},
			clear: (): void => this.rules.clear(),
			list: () => this.rules.list(),
			draw: (method: string, target: string) => this.rules.draw(method, target, WISE_AGENT_FAULT_KINDS),
		};
	}

	configure(patch: SettingsPatch): void {
		// In place: what was told the settings must see the change.
		Object.assign(this.settings, changedSettings(this.settings, patch));
		this.stateFile?.touch();
	}

	/** Back to the seed state; the settings stay. */
	reset(): void {
		this.state.reset();
		this.webhooks.clear();
		this.oauth.counts = { ...NO_COUNTS };
		this.log.clear();
		this.rules.clear();
		this.lottery.position = this.seed + 1;
	}

	/** Ends all waits and writes the state file. */
	close(): void {
		this.waits.close();
		this.webhooks.close();
		this.stateFile?.flush();
	}
}
