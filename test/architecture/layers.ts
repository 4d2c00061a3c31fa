import type { Imports } from './sources';

/**
 * Inside of a service an arrow points down only: node class -> actions or events -> pickers -> api. It may leave
 * layers out. Actions and events do not know each other.
 */
const SERVICE_LAYERS = ['api', 'pickers', 'actions events', 'node'];

/**
 * The same inside of `nodes/core`, from the ground up. Folders in one line do not know each other. `editor` lies below
 * `operation`, which reads what the fields hold that `editor` makes.
 */
const CORE_LAYERS = [
	'ground',
	'values',
	'account',
	'events references sending syncing',
	'editor',
	'operation webhook polling',
];

/** Files that lie in `nodes/core` itself. */
const GROUND = ['changes', 'failure', 'heldBack', 'wait'];

/** Where a file belongs: `core values`, `GoHighLevel api`; `undefined` for a place that is not foreseen. */
function zoneOf(file: string): { part: string; layer: string } | undefined {
	const [tree, part = '', ...rest] = file.split('/');
	const [first = ''] = rest;
	if (tree === 'credentials') return { part: 'credentials', layer: 'node' };
	if (tree !== 'nodes') return undefined;
	const isHere = rest.length === 1;
	if (part === 'core') {
		const layer = isHere && GROUND.includes(first.replace(/\.ts$/, '')) ? 'ground' : first;
		return isHere && layer !== 'ground' ? undefined : { part, layer };
	}
	return { part, layer: isHere ? 'node' : first };
}

function rankOf({ part, layer }: { part: string; layer: string }): number {
	const layers = part === 'core' ? CORE_LAYERS : SERVICE_LAYERS;
	return layers.findIndex((names) => names.split(' ').includes(layer));
}

/** Files that lie where the design has no place for them. */
export function misplacedFiles(files: Iterable<string>): string[] {
	return [...files].filter((file) => {
		const zone = zoneOf(file);
		return !zone || (zone.part !== 'credentials' && rankOf(zone) < 0);
	});
}

/** Imports against the arrows, as `from -> to (rule)`; of files that lie nowhere, only what leads out. */
export function forbiddenImports(imports: Imports): string[] {
	return [...imports].flatMap(([file, targets]) =>
		targets.flatMap((target) => {
			const rule = ruleBroken(file, target);
			return rule ? [`${file} -> ${target} (${rule})`] : [];
		}),
	);
}

function ruleBroken(file: string, target: string): string | undefined {
	// What is published beside the code, such as a table of countries.
	if (!/\.(ts|mts|mjs)$/.test(target)) return undefined;
	if (!/^(nodes|credentials)\//.test(target)) return 'leads out of what is published';
	const [from, to] = [zoneOf(file), zoneOf(target)];
	const [ownPart, otherPart] = [partOf(file), partOf(target)];
	if (ownPart !== otherPart) {
		if (ownPart === 'core') return 'core knows no service';
		if (otherPart === 'core') return undefined;
		if (otherPart === 'credentials') return 'only n8n opens credential classes';
		if (ownPart === 'credentials') return undefined;
		return 'no service knows another';
	}
	if (!from || !to || from.layer === to.layer) return undefined;
	return rankOf(to) < rankOf(from) ? undefined : `${from.layer} does not import ${to.layer}`;
}

function partOf(file: string): string {
	const [tree = '', part = ''] = file.split('/');
	return tree === 'credentials' ? tree : part;
}
