import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Hub } from '../hub';
import { WEBHOOK_EVENTS } from '../webhooks/settings';
import { feed } from './feed';

const SHOWN = 100;

/** Serves the page on which a person watches a sync, and the feed that it polls. */
export function servePage(app: FastifyInstance, hub: Hub): void {
	const part = (name: string): string => readFileSync(join(__dirname, name), 'utf8');
	const template = part('page.html')
		.replace('/* page.css */', () => part('page.css'))
		.replace('/* client.js */', () => part('client.js'))
		.replace('/* controls.js */', () => part('controls.js'))
		.replace('<!-- events -->', () => WEBHOOK_EVENTS.map((event) => `<option>${event}</option>`).join(''));

	app.get('/', { config: { ownControl: true } }, (_request, reply) => {
		const nonce = randomBytes(16).toString('base64');
		return reply
			.type('text/html; charset=utf-8')
			.headers({
				'Content-Security-Policy': policy(nonce),
				'Cache-Control': 'no-store',
				'X-Content-Type-Options': 'nosniff',
				'Referrer-Policy': 'no-referrer',
			})
			.send(template.replaceAll('{{nonce}}', nonce));
	});
	app.get('/__sandbox/feed', { config: { ownControl: true } }, () => feed(hub, SHOWN));
}

/** Nothing but the page's own script, style and feed. */
function policy(nonce: string): string {
	return [
		"default-src 'none'",
		`script-src 'nonce-${nonce}'`,
		`style-src 'nonce-${nonce}'`,
		"connect-src 'self'",
		'img-src data:',
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
	].join('; ');
}
