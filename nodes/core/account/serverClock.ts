import type { Answer } from '../sending/http';

/** How far each host's clock is ahead of this machine's, in ms; from the Date header of its answers. */
const offsets = new Map<string, number>();

/** Learns from an answer what the host's clock shows. */
export function learnTime(baseUrl: string, { headers }: Answer): void {
	const at = Date.parse(headers.date ?? '');
	if (!Number.isNaN(at)) offsets.set(baseUrl, at - Date.now());
}

/** What the host's clock shows when this machine's shows `at` (ms since 1970), as far as its answers told. */
export function serverTime(baseUrl: string, at: number): number {
	return at + (offsets.get(baseUrl) ?? 0);
}
