import type { ApiRoute } from '../api-route';
import { appointmentNoteRoutes } from './appointment-notes';
import { appointmentRoutes } from './appointments';
import { bulkRoutes } from './bulk';
import { businessRoutes } from './businesses';
import { calendarEventRoutes } from './calendar-events';
import { calendarRoutes } from './calendars';
import { contactListRoutes } from './contact-lists';
import { contactTagRoutes } from './contact-tags';
import { contactRoutes } from './contacts';
import { installedLocationRoutes } from './installed-locations';
import { locationRoutes } from './locations';
import { membershipRoutes } from './memberships';
import { noteRoutes } from './notes';
import { oauthRoutes } from './oauth';
import { pickerRoutes } from './pickers';
import { recurringTaskRoutes } from './recurring-tasks';
import { taskRoutes } from './tasks';

/** Every endpoint that the sandbox serves. */
export const API_ROUTES: readonly ApiRoute[] = [
	...contactRoutes,
	...contactListRoutes,
	...taskRoutes,
	...noteRoutes,
	...contactTagRoutes,
	...membershipRoutes,
	...appointmentRoutes,
	...bulkRoutes,
	...businessRoutes,
	...locationRoutes,
	...pickerRoutes,
	...oauthRoutes,
	...installedLocationRoutes,
	...calendarRoutes,
	...calendarEventRoutes,
	...appointmentNoteRoutes,
	...recurringTaskRoutes,
];
