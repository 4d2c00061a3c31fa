/** The last ids that were given out before the first record: those of the official examples, where they show any. */
const BEFORE_FIRST = {
	client: 1_854_783,
	custom: 115_467,
	address: 539_290,
	note: 663_504,
	task: 11_597,
	call: 12_598,
	planner: 269_398,
	vendor: 26_854,
	property: 12_433,
	search: 1_233,
	category: 10_850,
	source: 230,
	pipeline: 0,
	program: 233,
	transaction: 7_300,
	content: 122,
	file: 0,
	captureForm: 0,
	visit: 0,
	webhook: 122,
};
export type IdKind = keyof typeof BEFORE_FIRST;

/** Numbers records of each kind, one after the other. */
export class Ids {
	private last: Record<IdKind, number> = { ...BEFORE_FIRST };

	next(kind: IdKind): number {
		this.last[kind] += 1;
		return this.last[kind];
	}

	/** Makes sure that later ids come after this one. */
	startAfter(kind: IdKind, id: number): void {
		this.last[kind] = Math.max(this.last[kind], id);
	}

	clear(): void {
		this.last = { ...BEFORE_FIRST };
	}

	/** To carry on from there after a restart. */
	get position(): Readonly<Record<string, number>> {
		return { ...this.last };
	}

	set position(position: Readonly<Record<string, number>>) {
		this.last = { ...this.last, ...position };
	}
}
