import type { FastifyInstance } from 'fastify';
import { servePage as serve } from '../../shared/page';
import type { Hub } from '../hub';
import { RANKS, STATUSES } from '../records';
import { feed } from './feed';

const SHOWN = 100;
const NO_STATUS = '<option value="">(none)</option>';

/** Serves the page on which a person watches a sync and does what a user of Wise Agent does, and the feed that it
 * polls. */
export function servePage(app: FastifyInstance, hub: Hub): void {
	serve(app, {
		folder: __dirname,
		files: ['watch.css', 'own.css', 'basics.js', 'watch.js', 'client.js', 'manual.js', 'controls.js'],
		markup: {
			ranks: options(RANKS).replace('<option>Unranked', '<option selected>Unranked'),
			statuses: NO_STATUS + options(STATUSES),
		},
	});
	app.get('/__sandbox/feed', () => feed(hub, SHOWN));
}

function options(texts: readonly string[]): string {
	return texts.map((text) => `<option>${text}</option>`).join('');
}
