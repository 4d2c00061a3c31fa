import type { FastifyInstance } from 'fastify';
import type { MovableClock } from './clock';
import { NotFound } from './wire/errors';
import type { Hub } from './hub';

const DAY_MS = 86_400_000;

interface StoredFile {
	name: string;
	mimeType: string;
	content: Buffer;
	expiresAtMs: number;
}

/** What contacts have sent. An address is good for 24 hours. Source: public page on message webhooks. */
export class Vault {
	private readonly files = new Map<string, StoredFile>();

	constructor(private readonly clock: MovableClock) {}

	/** @returns the path under which it can be fetched, without a key as from the real vault */
	store(id: string, { name, mimeType, content }: Omit<StoredFile, 'expiresAtMs'>): string {
		this.files.set(id, { name, mimeType, content, expiresAtMs: this.clock.nowMs + DAY_MS });
		return `/vault/${id}/${encodeURIComponent(name)}`;
	}

	get(id: string): StoredFile | undefined {
		const file = this.files.get(id);
		return file && file.expiresAtMs > this.clock.nowMs ? file : undefined;
	}

	clear(): void {
		this.files.clear();
	}
}

/** Types that a browser shows without running anything in them. */
const HARMLESS = /^(image\/(jpeg|png|webp)|audio\/[\w.-]+|video\/[\w.-]+)$/;

export function serveFiles(app: FastifyInstance, { vault }: Hub): void {
	app.get('/vault/:id/:name', { config: { ownControl: true } }, (request, reply) => {
		const { id, name } = request.params as { id: string; name: string };
		const file = vault.get(id);
		if (!file || file.name !== name) throw new NotFound();
		return reply
			.headers({
				'Content-Type': file.mimeType,
				// A file must not run beside the sandbox's own page, which has its controls.
				...(HARMLESS.test(file.mimeType) ? {} : { 'Content-Disposition': 'attachment' }),
				'X-Content-Type-Options': 'nosniff',
			})
			.send(file.content);
	});
}
