import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { cacheFolder } from '../../../scripts/lib/paths.mjs';

/** An empty folder for the n8n of one test file. */
export function freshUserFolder(testName) {
	const folder = join(cacheFolder, `n8n-test-${testName}`);
	rmSync(folder, { recursive: true, force: true });
	return folder;
}
