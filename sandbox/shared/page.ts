import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/** Where the parts lie that pages share. */
const SHARED_FOLDER = join(__dirname, 'page');

interface PageOptions {
	/** Where the page's files lie; its markup is `page.html`. */
	folder: string;
	/** Files whose text takes the place of a comment with their name, such as `/* client.js *\/`: the page's own, else
	 * those that pages share. */
	files: readonly string[];
	/** Markup that takes the place of an HTML comment with that name. */
	markup?: Readonly<Record<string, string>>;
	/** Where images may come from; only the page itself unless told. */
	images?: 'page' | 'server';
}

/** Serves the page at `/` on which a person watches a sandbox, as one file. */
export function servePage(
	app: FastifyInstance,
	{ folder, files, markup = {}, images = 'page' }: PageOptions,
): void {
	const read = (name: string): string => {
		const own = join(folder, name);
		return readFileSync(existsSync(own) ? own : join(SHARED_FOLDER, name), 'utf8');
	};
	let template = read('page.html');
	for (const name of files) template = template.replace(`/* ${name} */`, () => read(name));
	for (const [name, text] of Object.entries(markup))
		template = template.replace(`<!-- ${name} -->`, () => text);

	app.get('/', { config: { ownControl: true } }, (_request, reply) => {
		const nonce = randomBytes(16).toString('base64');
		return reply
			.type('text/html; charset=utf-8')
			.headers({
				'Content-Security-Policy': policy(nonce, images),
				'Cache-Control': 'no-store',
				'X-Content-Type-Options': 'nosniff',
				'Referrer-Policy': 'no-referrer',
			})
			.send(template.replaceAll('{{nonce}}', nonce));
	});
}

/** Nothing but the page's own script and style, and what its own server tells. */
function policy(nonce: string, images: 'page' | 'server'): string {
	return [
		"default-src 'none'",
		`script-src 'nonce-${nonce}'`,
		`style-src 'nonce-${nonce}'`,
		"connect-src 'self'",
		images === 'server' ? "img-src 'self' data:" : 'img-src data:',
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
	].join('; ');
}
