import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** A JSON file that follows the state: written at most every `delayMs`, and once more on `flush`. */
export class StateFile {
	private timer: NodeJS.Timeout | undefined;

	constructor(
		private readonly path: string,
		private readonly snapshot: () => unknown,
		private readonly delayMs = 500,
	) {}

	/** The stored state, or undefined when there is no file yet.
	 * @throws Error naming the file when it is not JSON */
	read(): unknown {
		if (!existsSync(this.path)) return undefined;
		try {
			return JSON.parse(readFileSync(this.path, 'utf8'));
		} catch (error) {
			throw new Error(
				`The sandbox state file ${this.path} cannot be read: ${(error as Error).message}. ` +
					'Delete the file to start from the seed state.',
			);
		}
	}

	/** Notes that the state changed. */
	touch(): void {
		this.timer ??= setTimeout(() => this.write(), this.delayMs).unref();
	}

	/** Writes now if something is waiting to be written. */
	flush(): void {
		if (this.timer) this.write();
	}

	private write(): void {
		clearTimeout(this.timer);
		this.timer = undefined;
		// Renaming is atomic: a crash in between leaves the previous state readable.
		const temporary = `${this.path}.tmp`;
		writeFileSync(temporary, JSON.stringify(this.snapshot()));
		renameSync(temporary, this.path);
	}
}
