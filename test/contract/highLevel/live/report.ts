import type { Exchange } from './recorder';
import type { Shape } from './shapes';
import { addShape, differencesOf } from './shapes';

/** How one operation went. */
export interface Outcome {
	id: string;
	/** Why it was not tried, or what the node said when it failed. */
	remark?: string;
}

export interface Findings {
	outcomes: Outcome[];
	real: Exchange[];
	sandbox: Exchange[];
}

/** The report as Markdown: endpoints, statuses, keys and types, never a value of the account. */
export function reportOf({ outcomes, real, sandbox }: Findings): string {
	const done = outcomes.filter(({ remark }) => remark === undefined).length;
	const known = byAnswer(sandbox);
	const sections = [...byAnswer(real)].map(([answer, { shape, endpoint, status }]) => {
		const same = known.get(answer);
		if (same) return section(answer, differencesOf(shape, same.shape));
		const statuses = [...known.values()].filter((one) => one.endpoint === endpoint).map((one) => one.status);
		const said =
			statuses.length > 0 ? `the sandbox answers with ${statuses.join(', ')}` : 'not in the sandbox';
		return section(answer, [`status ${status}: ${said}`, ...keysOf(shape)]);
	});
	const differing = sections.filter(({ lines }) => lines.length > 0);
	return [
		'# HighLevel beside the sandbox',
		'',
		`${done} of ${outcomes.length} operations were carried out. ${sections.length} kinds of answers were compared, ${differing.length} differ.`,
		'',
		'## Operations that were not carried out',
		'',
		...listed(
			outcomes.flatMap(({ id, remark }) => (remark === undefined ? [] : [`${id}: ${masked(remark)}`])),
		),
		'## Differences',
		'',
		...(differing.length === 0 ? ['none', ''] : []),
		...differing.flatMap(({ answer, lines }) => [`### ${answer}`, '', ...listed(lines)]),
		'## Rate limit headers',
		'',
		...listed(limitsOf(real)),
	].join('\n');
}

interface AnswerKind {
	endpoint: string;
	status: number;
	shape: Shape;
}

/** All answers of an endpoint with the same status, laid over each other. */
function byAnswer(exchanges: Exchange[]): Map<string, AnswerKind> {
	const kinds = new Map<string, AnswerKind>();
	for (const { endpoint, status, body } of exchanges) {
		const key = `${endpoint} ${status}`;
		const kind = kinds.get(key) ?? { endpoint, status, shape: new Map<string, Set<string>>() };
		addShape(kind.shape, body);
		kinds.set(key, kind);
	}
	return kinds;
}

function section(answer: string, lines: string[]): { answer: string; lines: string[] } {
	return { answer, lines };
}

function keysOf(shape: Shape): string[] {
	return [...shape].map(([path, types]) => `${path} (${[...types].sort().join(', ')})`).sort();
}

/** Names, and the values that are limits: what remains of them is the account's own affair. */
function limitsOf(exchanges: Exchange[]): string[] {
	const lines = exchanges.flatMap(({ limits }) =>
		Object.entries(limits).map(([name, value]) =>
			/remaining|reset/.test(name) ? name : `${name}: ${value}`,
		),
	);
	return [...new Set(lines)].sort();
}

function listed(lines: string[]): string[] {
	return [...(lines.length === 0 ? ['none'] : lines.map((line) => `- ${line}`)), ''];
}

/** A message without what it may name of the account: addresses, numbers, ids. */
export function masked(text: string): string {
	return text
		.replace(/[^\s"'<>()]+@[^\s"'<>()]+/g, '{email}')
		.replace(/\bpit-[\w-]+/g, '{token}')
		.replace(/\+?\d[\d\s().-]{6,}\d/g, '{number}')
		.replace(/\b(?=\w*\d)[A-Za-z0-9_-]{15,}\b/g, '{id}');
}
