import type { FastifyInstance } from 'fastify';
import { options } from '../../shared/page/page';
import { serveWatchPage } from '../../shared/page/watchPage';
import type { Hub } from '../hub';
import { WEBHOOK_EVENTS } from '../webhooks/settings';
import { feed } from './feed';

const SHOWN = 100;

/** Serves the page on which a person watches a sync and does what a user of HighLevel does. */
export function servePage(app: FastifyInstance, hub: Hub): void {
	const { home } = hub.state;
	serveWatchPage(app, {
		folder: __dirname,
		system: 'HighLevel',
		counters: {
			contacts: 'contacts',
			tasks: 'tasks',
			notes: 'notes',
			messages: 'messages',
			opportunities: 'opportunities',
			appointments: 'appointments',
			listings: 'listings',
			submissions: 'submissions',
			requests: 'requests',
			limited: 'refused with 429',
			window: 'requests left',
		},
		contactColumns: ['Name', 'Email and phone', 'Tags', 'Custom fields', 'Updated'],
		activities: 'Activities, latest change first',
		third: { id: 'installs', title: 'App installed', empty: 'Nowhere.' },
		sent: 'webhooks',
		faultPath: { label: 'Path contains', example: 'any path' },
		markup: { events: options(WEBHOOK_EVENTS) },
		values: () => [
			{ label: 'Base URL', value: hub.url },
			{ label: 'Token', value: home.token },
			{ label: 'Location ID', value: home.locationId },
			{ label: 'Sign-in Page', value: 'Own' },
			{ label: 'Client ID', value: home.app.clientId },
			{ label: 'Client Secret', value: home.app.clientSecret },
			{ label: 'Public Key', value: hub.webhooks.publicKey },
		],
		feed: (find) => feed(hub, SHOWN, find),
	});
}
