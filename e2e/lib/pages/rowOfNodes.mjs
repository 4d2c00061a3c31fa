import { manifest } from '../n8n/packaging.mjs';

/**
 * A workflow whose nodes follow one another.
 *
 * @param {string} name
 * @param {object[]} nodes as in an exported workflow; `id`, `typeVersion`, `position` and `parameters` may be left out
 */
export function rowOfNodes(name, nodes) {
	const placed = nodes.map((node, index) => ({
		...{ id: `${name}/${node.name}`, typeVersion: 1, position: [220 * index, 0], parameters: {} },
		...node,
	}));
	const links = placed
		.slice(1)
		.map(({ name: next }, index) => [
			placed[index].name,
			{ main: [[{ node: next, type: 'main', index: 0 }]] },
		]);
	return {
		name,
		nodes: placed,
		connections: Object.fromEntries(links),
		settings: { executionOrder: 'v1' },
	};
}

/** A node type of the package, e.g. `whatsAble`, under the name that n8n knows it by. */
export function own(type) {
	return `${manifest.name}.${type}`;
}

/** The node from which a workflow is executed by hand. */
export const START = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };

/** Nodes that put out these items; the last one has the name. */
export function given(name, items) {
	const list = `${name} as a list`;
	const parameters = { mode: 'raw', jsonOutput: JSON.stringify({ rows: items }), options: {} };
	return [
		{ name: list, type: 'n8n-nodes-base.set', typeVersion: 3.4, parameters },
		{ name, type: 'n8n-nodes-base.splitOut', parameters: { fieldToSplitOut: 'rows', options: {} } },
	];
}
