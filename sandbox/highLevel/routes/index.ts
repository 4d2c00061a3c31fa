import type { ApiRoute } from '../wire/apiRoute';
import { appointmentNoteRoutes } from './appointmentNotes';
import { appointmentRoutes } from './appointments';
import { bulkRoutes } from './bulk';
import { businessRoutes } from './businesses';
import { calendarEventRoutes } from './calendarEvents';
import { calendarRoutes } from './calendars';
import { contactListRoutes } from './contactLists';
import { contactTagRoutes } from './contactTags';
import { contactRoutes } from './contacts';
import { customFieldFileRoutes } from './customFieldFiles';
import { customFieldRoutes } from './customFields';
import { customValueRoutes } from './customValues';
import { installedLocationRoutes } from './installedLocations';
import { locationRoutes } from './locations';
import { membershipRoutes } from './memberships';
import { noteRoutes } from './notes';
import { oauthRoutes } from './oauth';
import { pickerRoutes } from './pickers';
import { pipelineRoutes } from './pipelines';
import { recurringTaskRoutes } from './recurringTasks';
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
