import type { Imports } from './sources';

/** What a sandbox keeps, and how. */
const STORE = /^sandbox\/\w+\/(state|records|collections|snapshot|emptyRecords|ids)(\/|\.ts$)/;
const DEMO_DATA = /^sandbox\/\w+\/(seed\/|demo\.ts$)/;

/** Imports with which a store would know what it is filled with, or what is shared would know a service, as
 * `from -> to (rule)`. */
export function forbiddenInSandboxes(imports: Imports): string[] {
	return [...imports].flatMap(([file, targets]) =>
		targets.flatMap((target) => {
			const rule = ruleBroken(file, target);
			return rule ? [`${file} -> ${target} (${rule})`] : [];
		}),
	);
}

function ruleBroken(file: string, target: string): string | undefined {
	if (STORE.test(file) && DEMO_DATA.test(target)) return 'a store knows no demo data';
	const isOfService = target.startsWith('sandbox/') && !target.startsWith('sandbox/shared/');
	if (file.startsWith('sandbox/shared/') && isOfService) return 'what is shared knows no service';
	return undefined;
}
