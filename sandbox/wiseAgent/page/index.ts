import type { FastifyInstance } from 'fastify';
import { options } from '../../shared/page/page';
import { serveWatchPage } from '../../shared/page/watchPage';
import type { Hub } from '../hub';
import { RANKS, STATUSES } from '../records';
import { feed } from './feed';

const SHOWN = 100;
const NO_STATUS = '<option value="">(none)</option>';

/** Serves the page on which a person watches a sync and does what a user of Wise Agent does. */
export function servePage(app: FastifyInstance, hub: Hub): void {
	const { app: client } = hub.state.home;
	serveWatchPage(app, {
		folder: __dirname,
		system: 'Wise Agent',
		counters: {
			contacts: 'contacts',
			tasks: 'tasks',
			notes: 'notes',
			requests: 'requests',
			webhooks: 'webhooks',
			delivered: 'events delivered',
		},
		contactColumns: ['Name, email and phone', 'Categories and custom data', 'Updated'],
		activities: 'Tasks and notes',
		third: { id: 'registrations', title: 'Webhooks registered', empty: 'None.' },
		sent: 'events',
		faultPath: { label: 'Request contains', example: 'requestType=webcontact' },
		markup: {
			ranks: options(RANKS).replace('<option>Unranked', '<option selected>Unranked'),
			statuses: NO_STATUS + options(STATUSES),
		},
		values: () => [
			{ label: 'Base URL', value: hub.url },
			{ label: 'Sign-in Host', value: 'Own' },
			{ label: 'Client ID', value: client.clientId },
			{ label: 'Client Secret', value: client.clientSecret },
		],
		feed: (find) => feed(hub, SHOWN, find),
	});
}
