import type { FaultRule, Faults } from '../faults';
import { SeededRandom } from '../random';
import { RequestLog } from '../requestLog';
import { changedSettings } from './settings';
import type { RecordStore } from './snapshot';
import { StateFile } from './stateFile';
import { Waits } from './waits';

/** What every sandbox is started with, beside its settings. */
export interface StartOptions {
	/** 0, the default, takes any free port. The host is always 127.0.0.1. */
	port?: number;
	/** Keeps the state across restarts, as JSON. */
	stateFile?: string;
	/** Ids, names and the lottery of the faults follow from it; 1 by default. */
	seed?: number;
	/** Says nothing on the console. */
	quiet?: boolean;
}

/** What holds the parts of one running sandbox together, whatever service it stands for. */
export abstract class SandboxHub<
	Settings extends object,
	Patch extends object,
	Rule extends FaultRule<string>,
> {
	/** Address of the server, once it listens. */
	url = '';
	abstract readonly settings: Settings;
	abstract readonly state: RecordStore & { onChange?: () => void };
	abstract readonly faults: Faults<Rule>;
	readonly log = new RequestLog();
	readonly waits = new Waits();
	protected readonly seed: number;
	/** A lottery of its own, so that faults do not shift the ids of records. */
	protected readonly lottery: SeededRandom;
	private stateFile: StateFile | undefined;

	constructor({ seed = 1 }: StartOptions) {
		this.seed = seed;
		this.lottery = new SeededRandom(seed + 1);
	}

	configure(patch: Patch): void {
		// In place: what was told the settings must see the change.
		Object.assign(this.settings, changedSettings(this.settings, patch));
		this.stateFile?.touch();
	}

	/** Back to no requests and no faults; the settings stay. */
	reset(): void {
		this.log.clear();
		this.faults.clear();
		this.lottery.position = this.seed + 1;
	}

	/** Ends all waits and writes the state file. */
	close(): void {
		this.waits.close();
		this.stateFile?.flush();
	}

	/** Takes up the state and the settings that a file holds, and has it follow them.
	 * @param named settings of this start, which win over stored ones
	 * @throws StateFileError when the file cannot be read */
	protected keepIn(
		path: string,
		named: Patch,
		snapshot: { take(): object; restore(stored: unknown): void },
	): void {
		const { settings } = this;
		this.stateFile = new StateFile(path, () => ({ ...snapshot.take(), settings }));
		this.stateFile.restore((stored) => {
			this.configure(((stored as { settings?: Patch }).settings ?? {}) as Patch);
			this.configure(named);
			snapshot.restore(stored);
		});
		this.state.onChange = () => this.stateFile?.touch();
	}
}
