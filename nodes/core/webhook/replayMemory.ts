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

interface Owned {
	/** The oldest first. */
	accepted: Set<string>;
	/** Deliveries that are being worked on; settles when it is known what became of one. */
	pending: Map<string, Promise<void>>;
}

/**
 * Remembers which deliveries were accepted, so that a repeat starts nothing. Exact within this process: a repeat that
 * comes while the first is still being worked on waits for what becomes of it. Nothing survives the process.
 */
export class ReplayMemory {
	private readonly owners = new Map<string, Owned>();
	private size = 0;

	constructor(private readonly limits: ReplayMemoryLimits = LIMITS) {}

	/**
	 * Claims a delivery; `undefined` when it was accepted before.
	 *
	 * @param owner whose memory, such as a node of a workflow
	 */
	async claim(owner: string, id: string): Promise<Claim | undefined> {
		const own = this.owned(owner);
		for (;;) {
			if (own.accepted.has(id)) return undefined;
			const outcome = own.pending.get(id);
			if (!outcome) return this.newClaim(own, id);
			await outcome;
		}
	}

	private owned(owner: string): Owned {
		let own = this.owners.get(owner);
		if (!own) {
			own = { accepted: new Set(), pending: new Map() };
			this.owners.set(owner, own);
		}
		return own;
	}

	private newClaim(own: Owned, id: string): Claim {
		let settle!: () => void;
		own.pending.set(id, new Promise<void>((resolve) => (settle = resolve)));
		let open = true;
		const end = (isAccepted: boolean) => {
			if (!open) return;
			open = false;
			if (isAccepted) this.remember(own, id);
			own.pending.delete(id);
			settle();
		};
		return { accept: () => end(true), forget: () => end(false) };
	}

	private remember(own: Owned, id: string): void {
		own.accepted.add(id);
		this.size += 1;
		if (own.accepted.size > this.limits.idsOfOne) this.dropOldest(own);
		if (this.size > this.limits.ids) this.dropOldest(this.largest());
	}

	private largest(): Owned {
		const all = [...this.owners.values()];
		return all.reduce((most, one) => (one.accepted.size > most.accepted.size ? one : most));
	}

	private dropOldest({ accepted }: Owned): void {
		for (const oldest of accepted) {
			accepted.delete(oldest);
			this.size -= 1;
			return;
		}
	}
}
