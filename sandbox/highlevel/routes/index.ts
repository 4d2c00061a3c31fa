import type { ApiRoute } from '../wire/api-route';
import { appointmentNoteRoutes } from './appointment-notes';
import { appointmentRoutes } from './appointments';
import { bulkRoutes } from './bulk';
import { businessRoutes } from './businesses';
import { calendarEventRoutes } from './calendar-events';
import { calendarRoutes } from './calendars';
import { contactListRoutes } from './contact-lists';
import { contactTagRoutes } from './contact-tags';
import { contactRoutes } from './contacts';
import { customFieldFileRoutes } from './custom-field-files';
import { customFieldRoutes } from './custom-fields';
import { customValueRoutes } from './custom-values';
import { installedLocationRoutes } from './installed-locations';
import { locationRoutes } from './locations';
import { membershipRoutes } from './memberships';
import { noteRoutes } from './notes';
import { oauthRoutes } from './oauth';
import { pickerRoutes } from './pickers';
import { pipelineRoutes } from './pipelines';
import { recurringTaskRoutes } from './recurring-tasks';
import { taskRoutes } from './tasks';
import { templateRoutes } from './templates';
import { userRoutes } from './users';

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
	...customFieldRoutes,
	...customFieldFileRoutes,
	...customValueRoutes,
	...templateRoutes,
	...pipelineRoutes,
	...userRoutes,
	...pickerRoutes,
	...oauthRoutes,
	...installedLocationRoutes,
	...calendarRoutes,
	...calendarEventRoutes,
	...appointmentNoteRoutes,
	...recurringTaskRoutes,
];
