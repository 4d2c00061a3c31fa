import ts from 'typescript';

import { unsafeLookups } from './lookups';
import { ROOT } from '../../support/paths';

function programOf(files: string[], options: ts.CompilerOptions, host?: ts.CompilerHost): ts.Program {
	return ts.createProgram(files, { target: ts.ScriptTarget.ES2022, strict: true, ...options }, host);
}

test('nothing is looked up in a plain object under a name that may come from outside', () => {
	const { fileNames } = ts.parseJsonConfigFileContent(
		{ include: ['credentials/**/*.ts', 'nodes/**/*.ts'] },
		ts.sys,
		ROOT,
	);
	expect(fileNames.length).toBeGreaterThan(100);
	const program = programOf(fileNames, { types: ['node'] });
	const found = unsafeLookups(program, (file) => fileNames.includes(file));
	expect(found.map((lookup) => lookup.replace(`${ROOT}/`, ''))).toEqual([]);
});

test.each([
	['const of = (name: string) => TABLE[name];', 'TABLE[name]'],
	['const of = (name: unknown) => TABLE[String(name)];', 'TABLE[String(name)]'],
	['const of = (name: string) => TABLE[name as "a"];', 'TABLE[name as "a"]'],
	['const of = (name: string) => TABLE?.[name];', 'TABLE?.[name]'],
	['const of = (name: string) => name in TABLE;', 'name in TABLE'],
	['const of = (name: string) => { RECORD[name] = "x"; };', 'RECORD[name]'],
	['const of = (given: Record<string, string>) => Object.assign({}, given);', 'Object.assign({}, given)'],
	['const of = (given: any) => given[given.type];', 'given[given.type]'],
])('such a lookup is found: %s', (code, lookup) => {
	expect(lookupsIn(code)).toEqual([`/made/up.ts:2 ${lookup}`]);
});

test.each([
	'const of = (list: string[], place: number) => list[place];',
	'const of = (list: string[]) => list["length"];',
	'const of = (text: string, place: number) => text[place];',
	'const of = (name: "a" | "b") => TABLE[name];',
	'const of = (given: object) => "a" in given;',
	'const of = (name: string) => ({ [name]: 1 });',
	'const of = (bytes: Uint8Array, place: number) => bytes[place];',
	'const of = (given: { a: string }) => Object.assign({}, given);',
])('what cannot meet an inherited name is left alone: %s', (code) => {
	expect(lookupsIn(code)).toEqual([]);
});

const libraries = new Map<string, ts.SourceFile>();

/** Read once for all of them. */
function library(name: string): ts.SourceFile | undefined {
	const text = ts.sys.readFile(name);
	const known = libraries.get(name);
	if (known || text === undefined) return known;
	const read = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
	libraries.set(name, read);
	return read;
}

function lookupsIn(code: string): string[] {
	const text = `const TABLE = { a: 'x', b: 'y' }; const RECORD: Record<string, string> = {};\n${code}`;
	const host = ts.createCompilerHost({});
	const { fileExists, readFile } = host;
	host.getSourceFile = (name) =>
		name === '/made/up.ts' ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true) : library(name);
	host.fileExists = (name) => name === '/made/up.ts' || fileExists(name);
	host.readFile = (name) => (name === '/made/up.ts' ? text : readFile(name));
	return unsafeLookups(programOf(['/made/up.ts'], { types: [] }, host), (file) => file === '/made/up.ts');
}
