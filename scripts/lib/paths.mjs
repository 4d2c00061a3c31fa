import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder, wherever it was checked out. */
export const rootFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The private package that pins the real n8n. */
export const e2eFolder = join(rootFolder, 'e2e');

/** Everything that can be made again: downloads, logs, results. Never committed. */
export const cacheFolder = join(rootFolder, '.cache');

/** Machine-readable results of the test runs, one file a suite. */
export const resultsFolder = join(cacheFolder, 'results');

/** What the started programs print. */
export const logsFolder = join(cacheFolder, 'logs');
