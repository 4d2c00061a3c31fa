/** How many requests a poll may still make for what cannot be asked for by change. */
export class ScanBudget {
	/** @param isOver whether there is no time left either */
	constructor(
		private requests: number,
		private readonly isOver: () => boolean,
	) {}

	/** Takes requests off; false when there are not so many left, and they must not be made. */
	take(count = 1): boolean {
		if (this.requests < count || this.isOver()) return false;
		this.requests -= count;
		return true;
	}
}
