import { resolve } from 'node:path';

/** The folder of the project. */
export const ROOT = resolve(__dirname, '../..');

/** The official specifications and what was collected from documentation: beside the project, not in it. */
export const SHARED = resolve(ROOT, '../shared');
