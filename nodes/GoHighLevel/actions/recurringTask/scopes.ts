/**
 * HighLevel's specification declares no scope for recurring tasks. What its tasks ask for is assumed; public apps
 * also ask for `recurring-tasks.readonly` and `recurring-tasks.write`, which the specification does not know.
 */
export const READ = 'locations/tasks.readonly';
export const WRITE = 'contacts.write';
