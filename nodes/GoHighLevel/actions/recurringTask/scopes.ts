/**
 * HighLevel's specification declares no scope for recurring tasks. These are assumed: many public apps ask HighLevel
 * for them.
 */
export const READ = 'recurring-tasks.readonly';
export const WRITE = 'recurring-tasks.write';
