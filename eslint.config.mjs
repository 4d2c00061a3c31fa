import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

/** Rules that n8n's community scanner leaves out, since the community plugin or TypeScript has better ones. */
const LEFT_OUT_BY_THE_SCANNER = [
	'cred-class-field-documentation-url-miscased',
	'cred-class-field-type-options-password-missing',
	'node-class-description-inputs-wrong-regular-node',
	'node-class-description-outputs-wrong',
	'node-param-type-options-max-value-present',
];

const nodesBaseRules = (config) =>
	Object.fromEntries(
		Object.entries(n8nNodesBase.configs[config].rules).filter(
			([rule]) => !LEFT_OUT_BY_THE_SCANNER.some((name) => rule.endsWith(`/${name}`)),
		),
	);

/** One way to write imports. */
const IMPORTS = [
	{
		selector: 'ImportDeclaration[importKind="value"] > ImportSpecifier[importKind="type"]',
		message: 'Write types in an "import type" of their own.',
	},
	{
		// Node itself, which runs the end-to-end tests, needs it; they import sandbox/ only.
		selector: 'ImportDeclaration[source.value=/^(?!.*\\/sandbox\\/).*(?<!\\.node)\\.ts$/]',
		message: 'Leave out ".ts"; only the test runner needs it behind ".node".',
	},
];

export default tseslint.config(
	{ ignores: ['dist/**', 'node_modules/**', 'e2e/node_modules/**', '.cache/**', 'coverage/**'] },
	// Comments that switch rules off are themselves switched off, as the scanner does.
	{ linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
	{
		files: ['**/*.ts'],
		languageOptions: { parser: tseslint.parser },
	},
	{
		files: ['package.json'],
		languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
		...n8nCommunityNodesPlugin.configs.recommended,
		ignores: [],
	},
	{
		files: ['package.json'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: nodesBaseRules('community'),
	},
	{
		files: ['{nodes,credentials}/**/*.ts'],
		...n8nCommunityNodesPlugin.configs.recommended,
		ignores: [],
	},
	{
		files: ['{nodes,credentials}/**/*.ts'],
		rules: { 'no-console': 'error' },
	},
	{
		files: ['nodes/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: nodesBaseRules('nodes'),
	},
	{
		files: ['credentials/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: nodesBaseRules('credentials'),
	},
	{
		files: ['**/*.ts'],
		plugins: { '@typescript-eslint': tseslint.plugin },
		rules: {
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			eqeqeq: 'error',
			'no-restricted-syntax': ['error', ...IMPORTS],
		},
	},
	{
		files: ['test/**/*.ts', 'e2e/**/*.mjs'],
		rules: {
			'no-restricted-syntax': [
				'error',
				...IMPORTS,
				{ selector: 'CallExpression[callee.name="it"]', message: 'Write "test".' },
				{ selector: 'MemberExpression[object.name="it"]', message: 'Write "test".' },
			],
		},
	},
);
