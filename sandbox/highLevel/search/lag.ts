/**
 * How far searches lag behind the store, as HighLevel's do (they are documented as eventually consistent, with updates
 * taking seconds to show). Writes become visible in the order in which they were made, whatever they are of.
 */
export class SearchLag {
	private pending: Array<{ visibleAt: number; show: () => void }> = [];

	/** @param delay how long a write stays invisible, in ms */
	constructor(private delay: number) {}

	get delayMs(): number {
		return this.delay;
	}

	/** Another delay; what was waiting under the old one becomes visible, so that writes never overtake each other. */
	set delayMs(delayMs: number) {
		this.settle();
		this.delay = delayMs;
	}

	/** @param show makes a write visible, when its time has come */
	publish(show: () => void): void {
		if (this.delay === 0) show();
		else this.pending.push({ visibleAt: Date.now() + this.delay, show });
	}

	/** Makes everything visible that was written so far. */
	settle(): void {
		for (const { show } of this.pending) show();
		this.pending = [];
	}

	/** Makes visible what has waited for long enough. */
	refresh(): void {
		const now = Date.now();
		const first = this.pending.findIndex(({ visibleAt }) => visibleAt > now);
		const due = this.pending.splice(0, first < 0 ? this.pending.length : first);
		for (const { show } of due) show();
	}
}
