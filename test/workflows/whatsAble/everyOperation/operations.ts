import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import { runExample } from '../../../cases/whatsAble';
import type { WhatsAbleRun } from '../../../support/whatsAble';
import type { Outcome } from '../../../support/sandboxRuns';

/** Runs the example of an operation with other parameters or another key. */
export async function runWith(
	sandbox: WhatsAbleSandbox,
	id: string,
	options: WhatsAbleRun = {},
): Promise<Outcome> {
	let before = '';
	const prepared = () => (before = contentOf(sandbox));
	const { run, requests } = await runExample(sandbox, id, options, prepared);
	return { run, requests, changed: contentOf(sandbox) !== before };
}

/** Everything that the sandbox stores. */
function contentOf({ state }: WhatsAbleSandbox): string {
	return JSON.stringify(Object.entries(state.collections()).map(([name, map]) => [name, [...map.values()]]));
}
