/** What an app may ask for. Source: official API page; `planner` is what its section on addPlannerEvent calls the
 * calendar's scope. */
export const SCOPES = [
	'profile',
	'team',
	'marketing',
	'contacts',
	'properties',
	'calendar',
	'planner',
] as const;
export type Scope = (typeof SCOPES)[number];
