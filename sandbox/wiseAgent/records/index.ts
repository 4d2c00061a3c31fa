/**
 * What the sandbox stores. Keys that begin with a capital are the API's own; the others are the sandbox's.
 * Times are ISO 8601 in UTC with milliseconds, dates YYYY-MM-DD; null where there is none.
 */
export * from './access';
export * from './activities';
export * from './contact';
export * from './lists';
export * from './property';
export * from './webhook';
