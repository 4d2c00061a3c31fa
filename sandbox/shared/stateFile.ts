import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** A state file that this sandbox cannot begin with: it is damaged, or another version of the sandbox wrote it. */
export class StateFileError extends Error {
	constructor(
		readonly path: string,
		reason: string,
	) {
		super(`The sandbox state file ${path} cannot be read: ${reason}`);
	}
}

/** A JSON file that follows the state: written at most every `delayMs`, and once more on `flush`. */
export class StateFile {
	private timer: NodeJS.Timeout | undefined;

	constructor(
		private readonly path: string,
		private readonly snapshot: () => unknown,
		private readonly delayMs = 500,
	) {}

	/** Hands the stored state to `apply`; does nothing when there is no file yet.
	 * @throws StateFileError when the file is not JSON, and when `apply` throws */
	restore(apply: (stored: unknown) => void): void {
		if (!existsSync(this.path)) return;
		try {
			apply(JSON.parse(readFileSync(this.path, 'utf8')));
		} catch (error) {
			throw new StateFileError(this.path, (error as Error).message);
		} finally {
			// What comes from the file need not be written to it, and never by a sandbox that could not take it up.
			clearTimeout(this.timer);
			this.timer = undefined;
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

/** Gives a file that cannot be read another name, under which a person finds it.
 * @returns that name: `state.json.old`, or `state.json.old2` when there is one */
export function setAside(path: string): string {
	for (let number = 1; ; number++) {
		const name = `${path}.old${number === 1 ? '' : number}`;
		if (existsSync(name)) continue;
		renameSync(path, name);
		return name;
	}
}
