import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';

import { defineConfig } from 'vitest/config';

const resolveCommonJs = createRequire(import.meta.url).resolve;

const OFFICIAL_SDK = 'test/sandbox/highLevel/sdk/**/*.test.ts';

/**
 * One process per core keeps what it has loaded of n8n-core (1,750 modules) from file to file; our own modules
 * are loaded anew for each file (test/support/freshModules.ts), so that no file finds what another has left.
 */
export default defineConfig({
	test: {
		globals: true,
		setupFiles: ['test/support/freshModules.ts'],
		pool: 'forks',
		// One more than there are cores: many tests wait for an answer.
		maxWorkers: availableParallelism() + 1,
		testTimeout: 300_000,
		hookTimeout: 300_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'with n8n-core',
					include: ['test/**/*.test.ts'],
					exclude: [OFFICIAL_SDK],
					isolate: false,
				},
			},
			// n8n-core changes how axios writes query parameters, for the whole process.
			{ extends: true, test: { name: 'without', include: [OFFICIAL_SDK], isolate: true } },
		],
	},
	resolve: {
		// n8n loads nodes with require; n8n-core and the nodes must share one n8n-workflow, or no error is an instance of its class.
		alias: [{ find: /^n8n-workflow$/, replacement: resolveCommonJs('n8n-workflow') }],
	},
});
