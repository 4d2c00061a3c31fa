const { execFileSync } = require('node:child_process');
const { readFileSync, readdirSync, rmSync } = require('node:fs');
const { dirname, join, parse } = require('node:path');
const { buildSync } = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

/** What n8n reads beside the compiled JavaScript: icons in both themes, codex files, output schemas. */
const ASSETS = [
	'nodes/**/*.svg',
	'credentials/**/*.svg',
	'nodes/**/*.node.json',
	'nodes/**/__schema__/**/*.json',
];

async function clean() {
	rmSync('dist', { recursive: true, force: true });
}

async function compile() {
	const tsc = require.resolve('typescript/bin/tsc');
	execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
}

function assets() {
	return src(ASSETS, { base: '.', encoding: false }).pipe(dest('dist'));
}

/** Modules that stand for a library: n8n installs no dependencies of a community node, so the build puts it into them. */
const BUNDLED = 'nodes/core/values/bundled';

/** The library of each of them, whose licenses go with its code. */
const LICENSES = {
	countryTable: ['i18n-iso-countries', 'LICENSE'],
	numberingPlans: ['libphonenumber-js', 'LICENSE', 'LICENSE.Apache'],
};

function licensesOf(module) {
	const [library, ...files] = LICENSES[module];
	const folder = dirname(require.resolve(`${library}/package.json`));
	const { version } = require(join(folder, 'package.json'));
	const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
	return `/*!\nThis file contains ${library} ${version}.\n\n${texts.join('\n\n---\n\n')}\n*/`;
}

/** Replaces what the compiler made of these modules. */
async function bundle() {
	for (const file of readdirSync(BUNDLED)) {
		buildSync({
			entryPoints: [join(BUNDLED, file)],
			outfile: join('dist', BUNDLED, `${parse(file).name}.js`),
			bundle: true,
			format: 'cjs',
			platform: 'node',
			target: 'node20',
			mainFields: ['module', 'main'],
			banner: { js: licensesOf(parse(file).name) },
			logLevel: 'warning',
		});
	}
}

exports.build = series(clean, parallel(compile, assets), bundle);
exports.default = exports.build;
