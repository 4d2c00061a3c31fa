/** Tests run TypeScript through swc (types are checked by `tsc` in the lint step of `npm test`). */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
	testTimeout: 300_000,
	// n8n-core keeps a folder per user; tests get one of their own.
	setupFiles: ['<rootDir>/test/support/environment.ts'],
};
