/**
 * Keeps what a process remembers from growing without end: beyond `most` entries, those that were added first are
 * forgotten. Whoever wants an entry to count as new deletes it before adding it again.
 */
export function forgetOldest(kept: Map<unknown, unknown> | Set<unknown>, most: number): void {
	for (const oldest of kept.keys()) {
		if (kept.size <= most) return;
		kept.delete(oldest);
	}
}
