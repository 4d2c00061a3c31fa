import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { Forwarder } from '../../../support/odd/forwarder';

/** How long a change stays invisible to searches. */
export const SEARCH_LAG_MS = 300;
/** How far the time that is written on a change may lie before the moment at which it is stored. */
export const STAMP_LAG_MS = 800;
/** As the node is set: it covers both. */
export const COVERED_LAG_SECONDS = 3;

/** What goes wrong in the polls of a run, one after the other. The last two of six make the poll fail. */
export class Troubles {
	constructor(
		private readonly sandbox: HighLevelSandbox,
		private readonly forwarder: Forwarder,
	) {}

	begin(round: number): void {
		const { faults } = this.sandbox;
		const all: Array<() => unknown> = [
			() => undefined,
			() => faults.add({ kind: 'rateLimited', times: 2 }),
			() => faults.add({ kind: 'serverError', probability: 0.3 }),
			() => faults.add({ kind: 'connectionReset', probability: 0.3 }),
			() => faults.add({ kind: 'serverError' }),
			() => this.loseConnectionAfter(1),
		];
		all[round % all.length]?.();
	}

	end(): void {
		this.sandbox.faults.clear();
		this.forwarder.passage.drops = undefined;
	}

	/** The first pages of the poll arrive, and after that nothing any more. */
	private loseConnectionAfter(pages: number): void {
		let passed = 0;
		this.forwarder.passage.drops = () => ++passed > pages;
	}
}

export const sleep = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));
