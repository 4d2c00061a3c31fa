import type { FastifyInstance } from 'fastify';
import { servePage as serve } from '../../shared/page/page';
import type { Hub } from '../hub';
import { feed } from './feed';

/** Serves the chat in which a person sees what flows send, and answers as a contact. */
export function servePage(app: FastifyInstance, hub: Hub): void {
	const { keys } = hub.state.home;
	serve(app, {
		folder: __dirname,
		images: 'server',
		values: () => [
			{ label: 'Base URL', value: hub.url },
			{ label: 'API Key of Notifyer System', value: keys.notifyer },
			{ label: 'API Key of WhatsAble', value: keys.whatsable },
			{ label: 'API Key of Notifier', value: keys.notifier },
		],
	});
	app.get('/__sandbox/feed', { config: { ownControl: true } }, (request) =>
		feed(hub, (request.query as { open?: string }).open),
	);
}
