import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Catalogue } from '../../../nodes/core/operation/operation';
import { catalogue as highLevel } from '../../../nodes/GoHighLevel/actions';
import { catalogue as whatsAble } from '../../../nodes/WhatsAble/actions';
import { catalogue as wiseAgent } from '../../../nodes/WiseAgent/actions';
import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import type { RecordedRequest } from '../../../sandbox/shared/requestLog';
import type { WhatsAbleSandbox } from '../../../sandbox/whatsAble';
import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import { examples as highLevelExamples } from '../../cases/highLevel';
import { examples as whatsAbleExamples, runExample } from '../../cases/whatsAble';
import { examples as wiseAgentExamples } from '../../cases/wiseAgent';
import type { NodeRun } from '../../support/running/runWorkflow';
import { runWith as runHighLevel } from '../highLevel/everyOperation/operations';
import { runWith as runWiseAgent } from '../wiseAgent/everyOperation/operations';

/** A field into which people type text, wherever it stands in the panel of an operation. */
export interface TextField {
	node: 'GoHighLevel' | 'WiseAgent' | 'WhatsAble';
	/** `resource.operation` */
	id: string;
	label: string;
	/** Parameter, or collections and parameter. */
	path: string[];
}

export interface Sandboxes {
	highLevel: HighLevelSandbox;
	wiseAgent: WiseAgentSandbox;
	whatsAble: WhatsAbleSandbox;
}

const CATALOGUES: Record<TextField['node'], Catalogue<never>> = {
	GoHighLevel: highLevel,
	WiseAgent: wiseAgent,
	WhatsAble: whatsAble,
};
const EXAMPLES = {
	GoHighLevel: highLevelExamples,
	WiseAgent: wiseAgentExamples,
	WhatsAble: whatsAbleExamples,
};

/** Every field of the three nodes' catalogues whose name in the panel fits. */
export function textFields(name: RegExp): TextField[] {
	return Object.entries(CATALOGUES).flatMap(([node, catalogue]) =>
		Object.entries(catalogue).flatMap(([resource, { operations }]) =>
			Object.entries(operations).flatMap(([operation, { fields }]) =>
				textsIn(fields)
					.filter(({ label }) => name.test(label))
					.map((field) => ({
						node: node as TextField['node'],
						id: `${resource}.${operation}`,
						...field,
					})),
			),
		),
	);
}

function textsIn(fields: INodeProperties[], above: string[] = []): Array<{ label: string; path: string[] }> {
	return fields.flatMap(({ type, name, displayName, options }) => {
		const path = [...above, name];
		if (type === 'collection') return textsIn(options as INodeProperties[], path);
		return type === 'string' || type === 'resourceLocator' ? [{ label: displayName, path }] : [];
	});
}

/** Runs the example of an operation with another value in one field, and with other parameters. */
export async function runField(
	{ highLevel: own, wiseAgent: wise, whatsAble: whats }: Sandboxes,
	{ node, id, path }: TextField,
	value: unknown,
	others: IDataObject = {},
): Promise<{ run: NodeRun; requests: RecordedRequest[] }> {
	const parameters = structuredClone({ ...EXAMPLES[node][id]?.parameters, ...others }) as IDataObject;
	set(parameters, path, value);
	if (node === 'GoHighLevel') return await runHighLevel(own, id, { parameters });
	if (node === 'WiseAgent') return await runWiseAgent(wise, id, { parameters });
	return await runExample(whats, id, { parameters });
}

function set(parameters: IDataObject, path: string[], value: unknown): void {
	const [name = '', ...below] = path;
	if (below.length === 0) {
		parameters[name] = value as IDataObject[string];
		return;
	}
	parameters[name] = { ...(parameters[name] as IDataObject) };
	set(parameters[name] as IDataObject, below, value);
}

/** Every text and number that was sent, in queries and bodies. */
export function sentValues(requests: RecordedRequest[]): string[] {
	return requests.flatMap(({ query, body }) => [...leavesOf(query), ...leavesOf(body)]);
}

function leavesOf(value: unknown): string[] {
	if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leavesOf);
	return value === undefined || value === null ? [] : [String(value)];
}
