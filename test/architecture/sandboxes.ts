import type { Imports } from './sources';

const DEMO_DATA = /^sandbox\/\w+\/(seed\/|demo\.ts$)/;
/** What starts a sandbox hands its demo data to the parts that need some. */
const STARTS = /^sandbox\/\w+\/index\.ts$/;

/** Imports with which a part of a sandbox would know what that is filled with, or what is shared would know a service, as
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
	const isGiven = file.startsWith('sandbox/') && !STARTS.test(file) && !DEMO_DATA.test(file);
	if (isGiven && DEMO_DATA.test(target)) return 'only what starts a sandbox knows demo data';
	const isOfService = target.startsWith('sandbox/') && !target.startsWith('sandbox/shared/');
	if (file.startsWith('sandbox/shared/') && isOfService) return 'what is shared knows no service';
	return undefined;
}
