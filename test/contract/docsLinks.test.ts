import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

import { ROOT } from '../support/paths';

const PAGES = globSync(['*.md', 'docs/**/*.md', 'e2e/**/*.md', 'workflows/**/*.md'], {
	cwd: ROOT,
	exclude: (path) => path.includes('node_modules'),
});

/** What n8n shows as a link: the addresses of the repository's pages. */
const REPOSITORY =
	/https:\/\/github\.com\/n8n-nodes-gohighlevel-sync\/[\w-]+\/blob\/\w+\/([\w./-]+)(#[\w-]+)?/g;
const SOURCES = globSync(['credentials/*.ts', 'nodes/**/*.{ts,json}', 'workflows/**/*.json'], { cwd: ROOT });

interface Link {
	/** The file that has it. */
	from: string;
	target: string;
	anchor: string | undefined;
}

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Links inside of the repository, with targets from its root. */
const links: Link[] = [
	...PAGES.flatMap((from) =>
		[...read(from).matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)]
			.map(([, inText, inTag]) => inText ?? inTag ?? '')
			.filter((target) => !/^[a-z]+:/.test(target))
			.map((target) => {
				const [path = '', anchor] = target.split('#');
				return { from, target: path === '' ? from : join(dirname(from), path), anchor };
			}),
	),
	...SOURCES.flatMap((from) =>
		[...read(from).matchAll(REPOSITORY)].map(([, target = '', anchor]) => ({
			from,
			target,
			anchor: anchor?.slice(1),
		})),
	),
];

/** The anchors that GitHub gives the headings of a page. */
function anchorsOf(page: string): string[] {
	const known = new Map<string, number>();
	return [...read(page).matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) => {
		const name = heading
			.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.trim()
			.replace(/\s/g, '-');
		const before = known.get(name) ?? 0;
		known.set(name, before + 1);
		return before === 0 ? name : `${name}-${before}`;
	});
}

test('every link of the docs, and of the nodes to the docs, leads to a page and a heading that is there', () => {
	expect(links.length).toBeGreaterThan(100);
	const dead = links.filter(({ target, anchor }) => {
		if (!existsSync(join(ROOT, target))) return true;
		return anchor !== undefined && !anchorsOf(target).includes(anchor);
	});
	expect(dead.map(({ from, target, anchor }) => `${from}: ${target}#${anchor ?? ''}`)).toEqual([]);
});

test('every page of the docs is reached from the README by links', () => {
	const reached = new Set<string>();
	const visit = (page: string): void => {
		if (reached.has(page) || !page.endsWith('.md')) return;
		reached.add(page);
		for (const { from, target } of links) if (from === page) visit(pageOf(target));
	};
	visit('README.md');
	expect(PAGES.filter((page) => page.startsWith('docs/') && !reached.has(page))).toEqual([]);
});

/** GitHub shows the README of a folder. */
function pageOf(target: string): string {
	const path = resolve(ROOT, target);
	const isFolder = existsSync(path) && statSync(path).isDirectory();
	return relative(ROOT, isFolder ? join(path, 'README.md') : path).replaceAll('\\', '/');
}
