import type { SeededRandom } from './random';

export const FAULT_KINDS = [
	'rateLimited',
	'serverError',
	'timeout',
	'lostAnswer',
	'slow',
	'connectionReset',
	'htmlError',
] as const;

/**
 * - `rateLimited`: 429, not carried out.
 * - `serverError`: `status` (500 unless told), not carried out.
 * - `timeout`: never answered, not carried out; the socket stays open until a side closes it.
 * - `lostAnswer`: carried out, then the socket is destroyed, or answered with `status` where given.
 * - `slow`: carried out and answered after `delayMs`, even when the client has gone by then.
 * - `connectionReset`: the socket is destroyed before anything is done.
 * - `htmlError`: a 502 page in HTML, as a gateway in front of the API would send.
 */
export type FaultKind = (typeof FAULT_KINDS)[number];

/** @typeParam Kind a service may know faults of its own beside the common ones */
export interface FaultRule<Kind extends string = FaultKind> {
	kind: Kind;
	method?: string;
	/** Source of a regular expression, matched against the path without the query. */
	path?: string;
	/** 0 to 1; 1 unless told. */
	probability?: number;
	/** The rule is spent after so many hits; unlimited unless told. */
	times?: number;
	status?: number;
	delayMs?: number;
	retryAfterSeconds?: number;
}

interface ArmedRule<Rule> {
	rule: Rule;
	matches: (method: string, path: string) => boolean;
	hits: number;
}

/** The faults that are switched on. The first rule that matches and wins its lottery is applied. */
export class Faults<Rule extends FaultRule<string> = FaultRule> {
	private armed: Array<ArmedRule<Rule>> = [];

	constructor(private readonly random: SeededRandom) {}

	/** @throws SyntaxError when `path` is no regular expression */
	add(rule: Rule): void {
		const pattern = rule.path === undefined ? undefined : new RegExp(rule.path);
		const method = rule.method?.toUpperCase();
		this.armed.push({
			rule: { ...rule },
			hits: 0,
			matches: (actualMethod, path) =>
				(method === undefined || method === actualMethod) && (pattern === undefined || pattern.test(path)),
		});
	}

	clear(): void {
		this.armed = [];
	}

	/** The rules with the number of times each was applied. */
	list(): Array<Rule & { hits: number }> {
		return this.armed.map(({ rule, hits }) => ({ ...rule, hits }));
	}

	/** The fault for this request, counted as applied; where kinds are given, only their rules take part. */
	draw(method: string, path: string, kinds?: ReadonlyArray<Rule['kind']>): Rule | undefined {
		for (const armed of this.armed) {
			const { rule } = armed;
			if (kinds?.includes(rule.kind) === false || !armed.matches(method, path)) continue;
			if (rule.times !== undefined && armed.hits >= rule.times) continue;
			if (rule.probability !== undefined && this.random.next() >= rule.probability) continue;
			armed.hits += 1;
			return rule;
		}
		return undefined;
	}
}
