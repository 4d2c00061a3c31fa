import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { editorTexts } from './editorTexts';
import { pageText, workflowTexts } from './pageTexts';
import { sourceTexts } from './sourceTexts';
import type { Text } from './text';
import { HOLE } from './text';
import type { Offence, Row } from './wordList';
import { offencesIn } from './wordList';
import { ROOT } from '../../support/paths';

export interface AllTexts {
	/** What is written in the sources of nodes/ and credentials/. */
	written: Text[];
	/** What the editor shows of every node and credential that package.json publishes, read from their classes. */
	shown: Text[];
	/** The README, what changed, every page in docs/, and what the package registry shows. */
	pages: Text[];
	/** The workflows to import. */
	flows: Text[];
}

const read = (file: string): string => readFileSync(resolve(ROOT, file), 'utf8');
const filesOf = (...patterns: string[]): string[] => globSync(patterns, { cwd: ROOT }).sort();

/** Every text of the package that a user reads. */
export async function allTexts(): Promise<AllTexts> {
	const { description, n8n } = JSON.parse(read('package.json')) as {
		description: string;
		n8n: Record<'nodes' | 'credentials', string[]>;
	};
	const classes = [...n8n.nodes, ...n8n.credentials].map((file) => file.replace(/^dist\/(.+)\.js$/, '$1.ts'));
	const sources = filesOf('nodes/**/*.ts', 'credentials/**/*.ts');
	const pages = filesOf('README.md', 'CHANGELOG.md', 'docs/**/*.md');
	return {
		written: sources.flatMap((file) => sourceTexts(file, read(file))),
		shown: (await Promise.all(classes.map(textsOfClass))).flat(),
		pages: [{ file: 'package.json', text: description }, ...pages.map((file) => pageText(file, read(file)))],
		flows: filesOf('workflows/**/*.json').flatMap((file) => workflowTexts(file, read(file))),
	};
}

async function textsOfClass(file: string): Promise<Text[]> {
	const exported = (await import(resolve(ROOT, file))) as Record<string, new () => object>;
	const [Class] = Object.values(exported);
	if (Class === undefined) throw new Error(`${file} exports no class`);
	return editorTexts(new Class()).map((text) => ({ file, text }));
}

/**
 * Every forbidden word in the texts. What the editor shows is mostly written in the sources, where it counts once; of what it
 * shows besides, only what is put together from several texts counts, in the file of the class.
 */
export function offencesInAll({ written, shown, pages, flows }: AllTexts, rows: Row[]): Offence[] {
	const counted = written.flatMap((text) =>
		offencesIn(text, rows).map((offence) => ({ offence, parts: text.text.split(HOLE) })),
	);
	const isCounted = (word: string, text: string): boolean =>
		counted.some(({ offence, parts }) => offence.word === word && parts.every((part) => text.includes(part)));
	return [
		...counted.map(({ offence }) => offence),
		...shown.flatMap((text) => offencesIn(text, rows).filter(({ word }) => !isCounted(word, text.text))),
		...[...pages, ...flows].flatMap((text) => offencesIn(text, rows)),
	];
}
