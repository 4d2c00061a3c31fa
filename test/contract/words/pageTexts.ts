import type { Text } from './text';

const FENCED = /^[ \t]*(```+|~~~+)[^\n]*\n[\s\S]*?^[ \t]*\1[ \t]*$/gm;
const TARGET = /\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*\)/g;
const COMMENT = /<!--[\s\S]*?-->/g;

/** What a person reads of a page in Markdown: all but blocks of code, targets of links and comments. */
export function pageText(file: string, page: string): Text {
	const text = [COMMENT, FENCED, TARGET].reduce(
		(rest, code) => rest.replace(code, (found) => '\n'.repeat(found.split('\n').length - 1)),
		page,
	);
	return { file, line: 1, text };
}

interface Workflow {
	name?: string;
	nodes?: Array<{ name?: string; notes?: string; type?: string; parameters?: Record<string, unknown> }>;
}

/** The parameters that hold a text for people, by the type of the node. */
const WRITTEN = new Map([
	['n8n-nodes-base.stickyNote', 'content'],
	['n8n-nodes-base.stopAndError', 'errorMessage'],
]);

/** What a person reads of a workflow in n8n's editor: its name, the names and notes of its nodes, sticky notes, and errors. */
export function workflowTexts(file: string, json: string): Text[] {
	const { name, nodes = [] } = JSON.parse(json) as Workflow;
	const texts = nodes.flatMap(({ name: nodeName, notes, type = '', parameters = {} }) => [
		nodeName,
		notes,
		...Object.entries(parameters).map(([key, value]) => (WRITTEN.get(type) === key ? value : undefined)),
	]);
	return [name, ...texts]
		.filter((text): text is string => typeof text === 'string')
		.map((text) => ({ ...pageText(file, text), line: undefined }));
}
