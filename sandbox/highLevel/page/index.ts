import type { FastifyInstance } from 'fastify';
import { servePage as serve } from '../../shared/page';
import type { Hub } from '../hub';
import { WEBHOOK_EVENTS } from '../webhooks/settings';
import { feed } from './feed';

const SHOWN = 100;

/** Serves the page on which a person watches a sync, and the feed that it polls. */
export function servePage(app: FastifyInstance, hub: Hub): void {
	serve(app, {
		folder: __dirname,
		files: ['watch.css', 'basics.js', 'watch.js', 'client.js', 'controls.js'],
		markup: { events: WEBHOOK_EVENTS.map((event) => `<option>${event}</option>`).join('') },
	});
	app.get('/__sandbox/feed', { config: { ownControl: true } }, () => feed(hub, SHOWN));
}
