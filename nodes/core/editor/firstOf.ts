/** So many more than are wanted are held, at most, before the others are let go. */
const SPARE = 1_000;

/** Keeps the first of what it is given, in an order, and lets go of all others. */
export class FirstOf<T> {
	private kept: T[] = [];

	/** @param limit `Infinity` for all */
	constructor(
		private readonly limit: number,
		private readonly compare: (a: T, b: T) => number,
	) {}

	add(one: T): void {
		this.kept.push(one);
		if (this.kept.length >= this.limit + Math.max(this.limit, SPARE)) this.cut();
	}

	/** Those that were kept, in order. */
	all(): T[] {
		this.cut();
		return this.kept;
	}

	private cut(): void {
		this.kept.sort(this.compare);
		if (this.kept.length > this.limit) this.kept = this.kept.slice(0, this.limit);
	}
}
