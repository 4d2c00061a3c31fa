import { addUp, inWords } from './results.mjs';
import { Advice, duration } from './say.mjs';

/**
 * @typedef {import('./results.mjs').Counts} Counts
 * @typedef {{ name: string, work: () => Promise<number | Counts> }} Step
 *   `work` resolves to an exit code, or to the counts of the tests it ran
 */

const asCounts = (outcome) =>
	typeof outcome === 'number'
		? { passed: outcome === 0 ? 1 : 0, failed: outcome === 0 ? 0 : 1, skipped: 0 }
		: outcome;

/**
 * Runs every step, also after one has failed, so that one run shows all there is to mend.
 *
 * @param {Array<Step | Step[]>} steps one after the other; those of a list at the same time
 * @returns {Promise<Counts>} a step without counts of its own counts as one test
 */
export async function runSteps(steps) {
	const done = [];
	for (const atOnce of steps.map((step) => [step].flat())) {
		console.log(`\n=== ${atOnce.map(({ name }) => name).join(', ')}`);
		done.push(...(await Promise.all(atOnce.map(runStep))));
	}

	console.log('\n=== Summary');
	for (const { name, counts, took } of done) {
		console.log(`${counts.failed ? 'FAILED' : 'ok    '}  ${name} (${inWords(counts)}, ${took})`);
	}
	return addUp(done.map(({ counts }) => counts));
}

async function runStep({ name, work }) {
	const start = Date.now();
	let outcome;
	try {
		outcome = await work();
	} catch (error) {
		console.error(error instanceof Advice ? error.message : error);
		outcome = 1;
	}
	return { name, counts: asCounts(outcome), took: duration(Date.now() - start) };
}
