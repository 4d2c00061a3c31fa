/** How many ids are kept. */
export interface ReplayMemoryLimits {
	/** For one owner, such as a node; the oldest goes first. */
	idsOfOne: number;
	/** For all owners together; then the oldest of whoever has the most goes. */
	ids: number;
}

/** About 100 bytes an id: 50 MB at the very most. */
const LIMITS: ReplayMemoryLimits = { idsOfOne: 100_000, ids: 500_000 };

/** A delivery that came first. Whoever claims it says what became of it, once. */
export interface Claim {
	/** It was accepted: a repeat is refused from now on. */
	accept(): void;
	/** It came to nothing: a repeat counts as the first. */
	forget(): void;
}

/**
 * Remembers which deliveries were accepted, so that a repeat starts nothing. Exact within this process: a repeat that
 * comes while the first is still being worked on waits for what becomes of it. Nothing survives the process.
 */
export class ReplayMemory {
	private readonly accepted = new Map<string, Set<string>>();
	private readonly pending = new Map<string, Promise<void>>();
	private size = 0;

	constructor(private readonly limits: ReplayMemoryLimits = LIMITS) {}

	/**
	 * Claims a delivery; `undefined` when it was accepted before.
	 *
	 * @param owner whose memory, such as a node of a workflow
	 */
	async claim(owner: string, id: string): Promise<Claim | undefined> {
		const name = `${owner} ${id}`;
		for (;;) {
			if (this.accepted.get(owner)?.has(id)) return undefined;
			const outcome = this.pending.get(name);
			if (!outcome) return this.newClaim(owner, id, name);
			await outcome;
		}
	}

	private newClaim(owner: string, id: string, name: string): Claim {
		let settle!: () => void;
		this.pending.set(name, new Promise<void>((resolve) => (settle = resolve)));
		let open = true;
		const end = (isAccepted: boolean) => {
			if (!open) return;
			open = false;
			if (isAccepted) this.remember(owner, id);
			this.pending.delete(name);
			settle();
		};
		return { accept: () => end(true), forget: () => end(false) };
	}

	private remember(owner: string, id: string): void {
		const ids = this.accepted.get(owner) ?? new Set();
		this.accepted.set(owner, ids.add(id));
		this.size += 1;
		if (ids.size > this.limits.idsOfOne) this.dropOldest(ids);
		if (this.size > this.limits.ids) this.dropOldest(this.largest());
	}

	private largest(): Set<string> {
		return [...this.accepted.values()].reduce((most, ids) => (ids.size > most.size ? ids : most));
	}

	private dropOldest(ids: Set<string>): void {
		for (const oldest of ids) {
			ids.delete(oldest);
			this.size -= 1;
			return;
		}
	}
}
