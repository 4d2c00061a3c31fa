/** Waits that end with the sandbox: one that is interrupted never ends, so nothing is carried out after it. */
export class Waits {
	private readonly timers = new Set<NodeJS.Timeout>();
	private closed = false;

	sleep(ms: number): Promise<void> {
		if (ms <= 0) return Promise.resolve();
		return new Promise((resolve) => {
			if (this.closed) return;
			const timer = setTimeout(() => {
				this.timers.delete(timer);
				resolve();
			}, ms);
			this.timers.add(timer);
		});
	}

	close(): void {
		this.closed = true;
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
	}
}
