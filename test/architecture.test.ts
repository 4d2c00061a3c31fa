import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { customValueCost } from '../bench/resourceCost';
import { assignedIn } from './architecture/assignedConstants';
import { cyclesIn } from './architecture/cycles';
import { foldersOf } from './architecture/folders';
import { forbiddenImports, misplacedFiles } from './architecture/layers';
import type { Offences } from './architecture/offences';
import { offencesOfTree } from './architecture/offences';
import { forbiddenInSandboxes } from './architecture/sandboxes';
import { scopesBesideRequestsIn } from './architecture/scopes';
import { processState } from './architecture/state';
import { writeJson } from './contract/writeJson';

/** What broke the rules when they were written, and is still to be mended. It only gets shorter. */
const KNOWN = resolve(__dirname, 'architecture/knownOffences.json');

/**
 * Set to write the list anew after files were moved or mended: `UPDATE_OFFENCES=1 npm test -- architecture`. A rule
 * with more offences than before keeps its list.
 */
const update = process.env.UPDATE_OFFENCES === '1';

describe('this tree', () => {
	const actual = offencesOfTree();
	const stored = JSON.parse(readFileSync(KNOWN, 'utf8')) as Offences;
	const known = update ? shortened(stored, actual) : stored;
	beforeAll(async () => {
		if (update) await writeJson(KNOWN, known);
	});

	test.each(Object.entries(actual))('%s', (rule, offences) => {
		expect(offences.filter((one) => !known[rule]?.includes(one))).toEqual([]);
	});

	test('what was mended is taken from the list of known offences', () => {
		const mended = Object.entries(known).flatMap(([rule, offences]) =>
			offences.filter((one) => !actual[rule]?.includes(one)).map((one) => `${rule}: ${one}`),
		);
		expect(mended).toEqual([]);
	});
});

/** A resource of five operations takes at most so many files that are written by hand. */
const MOST_FILES_OF_A_RESOURCE = 15;

test('a resource consists of few files', () => {
	const files = customValueCost().files.map(({ file }) => file);
	expect(files).toContain('nodes/GoHighLevel/api/records/customValues.ts');
	expect(files.slice(MOST_FILES_OF_A_RESOURCE)).toEqual([]);
});

/** Rules that nothing breaks any more are left out. */
function shortened(stored: Offences, actual: Offences): Offences {
	const lists = Object.entries(stored).map(([rule, before]) => {
		const now = [...new Set(actual[rule] ?? [])];
		return [rule, now.length > before.length ? before : now] as const;
	});
	return Object.fromEntries(lists.filter(([, offences]) => offences.length > 0));
}

describe('the rules themselves', () => {
	test('an arrow that points up, to another service or out of the product is an offence', () => {
		const imports = new Map([
			['nodes/core/values/a.ts', ['nodes/core/failure.ts', 'nodes/core/sending/b.ts']],
			['nodes/core/polling/a.ts', ['nodes/core/values/a.ts', 'nodes/core/webhook/b.ts']],
			['nodes/core/sending/b.ts', ['nodes/core/account/c.ts', 'nodes/WiseAgent/api/client.ts']],
			['nodes/WiseAgent/api/client.ts', ['nodes/core/sending/b.ts', 'nodes/WiseAgent/actions/index.ts']],
			[
				'nodes/WiseAgent/actions/index.ts',
				['nodes/WiseAgent/pickers/lists.ts', 'nodes/GoHighLevel/api/a.ts'],
			],
			['nodes/WiseAgent/WiseAgent.node.ts', ['nodes/WiseAgent/api/client.ts', 'sandbox/shared/clock.ts']],
			[
				'credentials/A.credentials.ts',
				['nodes/core/values/a.ts', 'nodes/core/values/bundled/countries.json'],
			],
		]);
		expect(forbiddenImports(imports)).toEqual([
			'nodes/core/values/a.ts -> nodes/core/sending/b.ts (values does not import sending)',
			'nodes/core/polling/a.ts -> nodes/core/webhook/b.ts (polling does not import webhook)',
			'nodes/core/sending/b.ts -> nodes/WiseAgent/api/client.ts (core knows no service)',
			'nodes/WiseAgent/api/client.ts -> nodes/WiseAgent/actions/index.ts (api does not import actions)',
			'nodes/WiseAgent/actions/index.ts -> nodes/GoHighLevel/api/a.ts (no service knows another)',
			'nodes/WiseAgent/WiseAgent.node.ts -> sandbox/shared/clock.ts (leads out of what is published)',
		]);
	});

	test('a part of a sandbox that knows demo data, and something shared that knows a service, are offences', () => {
		const imports = new Map([
			['sandbox/wiseAgent/state.ts', ['sandbox/wiseAgent/seed/index.ts', 'sandbox/wiseAgent/demo.ts']],
			['sandbox/highLevel/state/state.ts', ['sandbox/highLevel/seed/demo.ts', 'sandbox/shared/clock.ts']],
			['sandbox/highLevel/seed/seed.ts', ['sandbox/highLevel/seed/demo.ts']],
			['sandbox/highLevel/index.ts', ['sandbox/highLevel/seed/demo.ts', 'sandbox/highLevel/hub.ts']],
			['sandbox/highLevel/page/index.ts', ['sandbox/highLevel/seed/demo.ts']],
			['sandbox/main.ts', ['sandbox/highLevel/index.ts', 'sandbox/wiseAgent/demo.ts']],
			['sandbox/shared/running/start.ts', ['sandbox/shared/faults.ts', 'sandbox/wiseAgent/hub.ts']],
		]);
		expect(forbiddenInSandboxes(imports)).toEqual([
			'sandbox/wiseAgent/state.ts -> sandbox/wiseAgent/seed/index.ts (only what starts a sandbox knows demo data)',
			'sandbox/wiseAgent/state.ts -> sandbox/wiseAgent/demo.ts (only what starts a sandbox knows demo data)',
			'sandbox/highLevel/state/state.ts -> sandbox/highLevel/seed/demo.ts (only what starts a sandbox knows demo data)',
			'sandbox/highLevel/page/index.ts -> sandbox/highLevel/seed/demo.ts (only what starts a sandbox knows demo data)',
			'sandbox/main.ts -> sandbox/wiseAgent/demo.ts (only what starts a sandbox knows demo data)',
			'sandbox/shared/running/start.ts -> sandbox/wiseAgent/hub.ts (what is shared knows no service)',
		]);
	});

	test('a file beside the folders of core, and a folder that the design does not have, are offences', () => {
		const misplaced = ['nodes/core/fields.ts', 'nodes/core/helpers/a.ts', 'nodes/WiseAgent/utils/a.ts'];
		const placed = ['nodes/core/failure.ts', 'nodes/core/values/bundled/a.ts', 'nodes/WiseAgent/api/a.ts'];
		expect(misplacedFiles([...misplaced, ...placed])).toEqual(misplaced);
	});

	test('each way round is a cycle, of one file, of two and of three', () => {
		const imports = new Map([
			['a', ['b', 'c']],
			['b', ['a', 'c']],
			['c', ['a', 'd']],
			['d', ['d']],
		]);
		expect(cyclesIn(imports)).toEqual(['a -> b -> a', 'a -> b -> c -> a', 'a -> c -> a', 'd -> d']);
	});

	test('files with a common ending count once, all others each', () => {
		const files = ['a.operation.ts', 'b.operation.ts', 'a.test.ts', 'a.ts', 'b.ts'].map(
			(name) => `x/${name}`,
		);
		expect(foldersOf(files)).toEqual([{ folder: 'x', kinds: 4, files: 5 }]);
	});

	test('what is written after it was made is state, and what is only read is none', () => {
		const file = 'test/architecture/fixtures/state.ts';
		expect(processState([file]).map((one) => one.replace(`${file}: `, ''))).toEqual(
			['assigned', 'counter', 'emptyMap', 'grown', 'held', 'inherited', 'last', 'numbered', 'written'].sort(),
		);
	});

	test('a test that changes what it imports from the product is found, however it does', () => {
		const text = [
			"import { Failure, plain as other } from '../nodes/core/failure';",
			"import * as waiting from '../nodes/core/wait';",
			"import { ROOT } from './support/paths';",
			'Failure.limit = 1;',
			'Object.assign(other, { a: 1 });',
			'waiting.backoff.firstMs++;',
			'delete ROOT.a;',
			"const { given: taken } = await import('../nodes/core/wait');",
			'taken[0] = Failure;',
			'const mine = { ...Failure, plain: 1 };',
			'mine.plain = 2;',
		].join('\n');
		expect(assignedIn('test/a.test.ts', text)).toEqual(['Failure', 'other', 'waiting', 'taken']);
	});

	test('a scope that is not written with a request is found, and one that is, is not', () => {
		const text = [
			"const get = request({ endpoint: 'GET /tags', scopes: ['tags.readonly'] }, (path) => path);",
			"const tag = kindOf({ path: '/tags', write: 'tags.write' });",
			"const list = wholeList({ requestType: 'getTeam', scope: 'team' });",
			"const options = { scopes: ['contacts'], text: `Add the scope ${name} or locations/tags.readonly` };",
			"const SCOPES = { scope: 'team', 'contacts.write': 1 };",
			'const other = { scopes: scopesOf({ requests: [get] }), none: [] };',
		].join('\n');
		expect(scopesBesideRequestsIn('nodes/A/api/a.ts', text)).toEqual([
			'contacts',
			' or locations/tags.readonly',
			'team',
			'contacts.write',
		]);
		expect(scopesBesideRequestsIn('nodes/A/actions/a.ts', text).slice(0, 3)).toEqual([
			'tags.readonly',
			'tags.write',
			'team',
		]);
	});
});
