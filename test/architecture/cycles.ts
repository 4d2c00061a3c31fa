import type { Imports } from './sources';

/**
 * The ways by which files import themselves: of each import that lies on one, the shortest, as `a -> b -> a`, each way
 * once, beginning with the file that is first in the order of the text. Types count: a file that needs another's type
 * cannot be understood or moved without it.
 */
export function cyclesIn(imports: Imports): string[] {
	const rounds = componentsOf(imports).flatMap((files) => roundsAmong(imports, new Set(files)));
	return [...new Set(rounds.map((round) => fromFirst(round).join(' -> ')))].sort();
}

/** For each import between these files, the shortest way back; without the first file at its end. */
function roundsAmong(imports: Imports, files: ReadonlySet<string>): string[][] {
	return [...files].flatMap((file) =>
		targetsAmong(imports, file, files).flatMap((target) => {
			const back = wayTo(file, target, imports, files);
			return back ? [[file, ...back]] : [];
		}),
	);
}

/** The shortest way from a file to the goal, without the goal; empty when it is the goal. */
function wayTo(
	goal: string,
	from: string,
	imports: Imports,
	among: ReadonlySet<string>,
): string[] | undefined {
	if (from === goal) return [];
	const queue = [[from]];
	const met = new Set([from]);
	for (let way = queue.shift(); way; way = queue.shift()) {
		for (const target of targetsAmong(imports, way.at(-1) ?? '', among)) {
			if (target === goal) return way;
			if (!met.has(target)) queue.push([...way, target]);
			met.add(target);
		}
	}
	return undefined;
}

function targetsAmong(imports: Imports, file: string, among: ReadonlySet<string>): string[] {
	return (imports.get(file) ?? []).filter((target) => among.has(target)).sort();
}

/** The same round, begun at the file that is first in the order of the text, and closed. */
function fromFirst(round: string[]): string[] {
	const first = round.indexOf([...round].sort()[0] ?? '');
	return [...round.slice(first), ...round.slice(0, first), round[first] ?? ''];
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
