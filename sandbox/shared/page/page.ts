import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { refuseOtherOrigins } from '../origin';

/** Where the parts lie that pages share. */
const SHARED_FOLDER = __dirname;
/** `<!-- name -->`, or in styles and scripts `/* name.css *\/`. */
const PART = /<!-- ([\w.-]+) -->|\/\* ([\w-]+\.(?:css|js)) \*\//g;

/** A value that a person copies into n8n. */
export interface PageValue {
	label: string;
	value: string;
}

interface PageOptions {
	/** Where the page's own files lie. */
	folder: string;
	/** The file that the page begins with. */
	start?: string;
	/** Markup for comments of that name. Any other comment that is one word is the name of a file: the page's own, else
	 * one that pages share. */
	markup?: Readonly<Record<string, string>>;
	/** Where images may come from; only the page itself unless told. */
	images?: 'page' | 'server';
	/** What n8n asks for, in the order in which it does. Told to the page itself only, for secrets are among them. */
	values?: () => PageValue[];
}

/** Serves the page at `/` on which a person watches a sandbox, as one file. */
export function servePage(
	app: FastifyInstance,
	{ folder, start = 'page.html', markup = {}, images = 'page', values }: PageOptions,
): void {
	const template = assemble(start, folder, new Map(Object.entries(markup)));
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
	if (!values) return;
	app.get('/__sandbox/values', { config: { ownControl: true } }, (request) => {
		refuseOtherOrigins(request);
		return { values: values() };
	});
}

/** A file with its parts in place of the comments that name them. */
function assemble(name: string, folder: string, markup: ReadonlyMap<string, string>): string {
	const own = join(folder, name);
	const text = readFileSync(existsSync(own) ? own : join(SHARED_FOLDER, name), 'utf8');
	return text.replace(PART, (_comment, inMarkup?: string, inCode?: string) => {
		const part = inMarkup ?? inCode ?? '';
		return markup.get(part) ?? assemble(part, folder, markup);
	});
}

/** Markup of the choices of a `select`. */
export function options(texts: readonly string[]): string {
	return texts.map((text) => `<option>${text}</option>`).join('');
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
