/**
 * The last line of the continuous integration: adds up what the named suites wrote, fails when one failed
 * or wrote nothing. Usage: node scripts/ciTotal.mjs test e2e
 */
import { addUp, inWords, readResult } from './lib/results.mjs';

const suites = process.argv.slice(2);
const results = suites.map((suite) => ({ suite, counts: readResult(suite) }));
const missing = results.filter(({ counts }) => !counts).map(({ suite }) => suite);
const total = addUp(results.map(({ counts }) => counts ?? { failed: 1 }));

if (missing.length) console.log(`No result from: ${missing.join(', ')}. Each counts as one failure.`);
if (total.passed === 0) console.log('No test ran.');
console.log(inWords(total));
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
