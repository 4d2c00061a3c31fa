import { routesOf } from '../kit/routes';
import { EVERY_RESOURCE } from '../resources';
import type { ApiRoute } from '../wire/apiRoute';
import { appointmentRoutes } from './appointments';
import { bulkRoutes } from './bulk';
import { calendarEventRoutes } from './calendarEvents';
import { calendarRoutes } from './calendars';
import { contactListRoutes } from './contactLists';
import { contactTagRoutes } from './contactTags';
import { contactRoutes } from './contacts';
import { customFieldFileRoutes } from './customFieldFiles';
import { customFieldRoutes } from './customFields';
import { installedLocationRoutes } from './installedLocations';
import { locationRoutes } from './locations';
import { membershipRoutes } from './memberships';
import { oauthRoutes } from './oauth';
import { pickerRoutes } from './pickers';
import { recurringTaskRoutes } from './recurringTasks';
import { taskRoutes } from './tasks';
import { userRoutes } from './users';

/** Every endpoint that the sandbox serves. */
export const API_ROUTES: readonly ApiRoute[] = [
	...contactRoutes,
	...contactListRoutes,
	...taskRoutes,
	...contactTagRoutes,
	...membershipRoutes,
	...appointmentRoutes,
	...bulkRoutes,
	...locationRoutes,
	...customFieldRoutes,
	...customFieldFileRoutes,
	...userRoutes,
	...pickerRoutes,
	...oauthRoutes,
	...installedLocationRoutes,
	...calendarRoutes,
	...calendarEventRoutes,
	...recurringTaskRoutes,
	...EVERY_RESOURCE.flatMap(([name, resource]) => routesOf(name, resource)),
];
