import type { Imports } from './sources';

/**
 * All ways by which files import themselves, each as `a -> b -> a`, beginning with the file that is first in the order
 * of the text. Types count: a file that needs another's type cannot be understood or moved without it.
 */
export function cyclesIn(imports: Imports): string[] {
	return componentsOf(imports)
		.flatMap((files) =>
			[...files].sort().flatMap((file, place, all) => roundsFrom(file, imports, all.slice(place))),
		)
		.map((round) => round.join(' -> '))
		.sort();
}

/** Ways from the file back to it that meet each of these files once at most. */
function roundsFrom(start: string, imports: Imports, among: string[], path = [start]): string[][] {
	const targets = (imports.get(path.at(-1) ?? '') ?? []).filter((target) => among.includes(target));
	return targets.flatMap((target) => {
		if (target === start) return [[...path, start]];
		return path.includes(target) ? [] : roundsFrom(start, imports, among, [...path, target]);
	});
}

/** Groups of files that all import each other over any number of steps (Tarjan's strongly connected components). */
function componentsOf(imports: Imports): string[][] {
	const numbers = new Map<string, number>();
	const stack: string[] = [];
	const components: string[][] = [];

	/** @returns the lowest number that can be reached from the file */
	const visit = (file: string): number => {
		const number = numbers.size;
		numbers.set(file, number);
		stack.push(file);
		let lowest = number;
		for (const target of imports.get(file) ?? []) {
			const known = numbers.get(target);
			if (known === undefined) lowest = Math.min(lowest, visit(target));
			else if (stack.includes(target)) lowest = Math.min(lowest, known);
		}
		if (lowest === number) components.push(stack.splice(stack.indexOf(file)));
		return lowest;
	};
	for (const file of imports.keys()) if (!numbers.has(file)) visit(file);
	return components;
}
