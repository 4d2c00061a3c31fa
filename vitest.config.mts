import { createRequire } from 'node:module';

import { defineConfig } from 'vitest/config';

const resolveCommonJs = createRequire(import.meta.url).resolve;

/**
 * One process per core keeps what it has loaded of n8n-core (1,750 modules) from file to file; our own modules
 * are loaded anew for each file (test/support/freshModules.ts), so that no file finds what another has left.
 */
export default defineConfig({
	test: {
		globals: true,
		include: ['test/**/*.test.ts'],
		setupFiles: ['test/support/freshModules.ts'],
		pool: 'forks',
		isolate: false,
		maxWorkers: '100%',
		testTimeout: 300_000,
		hookTimeout: 300_000,
	},
	resolve: {
		// n8n loads nodes with require; n8n-core and the nodes must share one n8n-workflow, or no error is an instance of its class.
		alias: [{ find: /^n8n-workflow$/, replacement: resolveCommonJs('n8n-workflow') }],
	},
});
