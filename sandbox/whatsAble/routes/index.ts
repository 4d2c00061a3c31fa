import type { ApiRoute } from '../wire/apiRoute';
import { accountRoutes } from './account';
import { contactRoutes } from './contacts';
import { listRoutes } from './lists';
import { messageRoutes } from './messages';
import { notifierRoutes } from './notifier';
import { registrationRoutes } from './registrations';
import { statusRoutes } from './status';
import { whatsableRoutes } from './whatsable';

/** Everything that the sandbox answers as the real hosts do. */
export const API_ROUTES: readonly ApiRoute[] = [
	...accountRoutes,
	...listRoutes,
	...messageRoutes,
	...contactRoutes,
	...statusRoutes,
	...registrationRoutes,
	...whatsableRoutes,
	...notifierRoutes,
];
