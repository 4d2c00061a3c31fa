import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { resultsFolder } from './paths.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const fileOf = (suite) => join(resultsFolder, `${suite}.json`);

/** A result of an earlier run must never stand in for one that did not come to its end. */
export function forgetResult(suite) {
	mkdirSync(resultsFolder, { recursive: true });
	rmSync(fileOf(suite), { force: true });
}

/** @param {string} suite @param {Counts} counts */
export function writeResult(suite, counts) {
	mkdirSync(resultsFolder, { recursive: true });
	writeFileSync(fileOf(suite), JSON.stringify({ suite, ...counts }, null, '\t') + '\n');
}

/** @returns {Counts | undefined} undefined when the suite has not run to its end */
export function readResult(suite) {
	// A run that breaks off may leave an empty file.
	const text = existsSync(fileOf(suite)) ? readFileSync(fileOf(suite), 'utf8') : '';
	return text.trim() ? JSON.parse(text) : undefined;
}

/** @param {Counts[]} parts @returns {Counts} */
export function addUp(parts) {
	const total = { passed: 0, failed: 0, skipped: 0 };
	for (const part of parts) for (const key of Object.keys(total)) total[key] += part[key] ?? 0;
	return total;
}

/** `12 passed, 0 failed`, and `, 2 skipped` where there are any. */
export function inWords({ passed, failed, skipped }) {
	return `${passed} passed, ${failed} failed` + (skipped ? `, ${skipped} skipped` : '');
}
