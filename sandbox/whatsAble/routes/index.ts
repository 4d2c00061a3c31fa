import type { ApiRoute } from '../api-route';
import { accountRoutes } from './account';
import { listRoutes } from './lists';
import { messageRoutes } from './messages';

/** Everything that the sandbox answers as the real hosts do. */
export const API_ROUTES: readonly ApiRoute[] = [...accountRoutes, ...listRoutes, ...messageRoutes];
