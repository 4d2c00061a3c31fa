import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { catalogue as ofHighLevel } from '../../../nodes/GoHighLevel/actions';
import { catalogue as ofWhatsAble } from '../../../nodes/WhatsAble/actions';
import { catalogue as ofWiseAgent } from '../../../nodes/WiseAgent/actions';
import { examples as highLevelExamples } from '../../cases/highLevel';
import { examples as whatsAbleExamples } from '../../cases/whatsAble';
import { examples as wiseAgentExamples } from '../../cases/wiseAgent';
import { runOperation, startSandbox as startHighLevel } from '../../support/highLevel';
import type { NodeRun } from '../../support/running/runWorkflow';
import { runWhatsAble, startSandbox as startWhatsAble } from '../../support/whatsAble';
import { runWiseAgent, startWiseAgent } from '../../support/wiseAgent';
import type { Field } from './fields';
import { fieldsIn } from './fields';

/** What an operator sees of a run, and what the service was asked. */
export interface Seen {
	message?: string;
	description?: string;
	/** Method, path, query and body of each request, in order; ids that a sandbox makes up are numbered. */
	asked: string[];
	/** Whether each request that could change something was refused. */
	onlyRead: boolean;
}

export interface Service {
	name: string;
	fields: Array<Field & { id: string }>;
	parametersOf(id: string): IDataObject;
	/** Runs the example of an operation in a sandbox as it was at the start. */
	run(id: string, parameters: IDataObject): Promise<Seen>;
	close(): Promise<void>;
}

interface Request {
	method: string;
	path: string;
	query: unknown;
	body?: unknown;
	status?: number;
}

interface Sandbox {
	requests: readonly Request[];
	reset(): void;
	close(): Promise<void>;
}

/** Waits for a message that is not there. */
const WAITING = 'message.waitForDelivery';
const SHORTLY = { options: { maxWaitSeconds: 1, intervalSeconds: 1 } };

type Catalogue = Record<string, { operations: Record<string, { fields: INodeProperties[] }> }>;

function allFields(catalogue: Catalogue): Array<Field & { id: string }> {
	return Object.entries(catalogue).flatMap(([resource, { operations }]) =>
		Object.entries(operations).flatMap(([operation, { fields }]) =>
			fieldsIn(fields).map((field) => ({ ...field, id: `${resource}.${operation}` })),
		),
	);
}

/** Starts the sandbox of a service when the tests of a file begin, and stops it at their end. */
function service<S extends Sandbox>(
	name: string,
	catalogue: Catalogue,
	examples: Record<string, { parameters: IDataObject }>,
	start: () => Promise<S>,
	run: (sandbox: S, id: string, parameters: IDataObject) => Promise<[NodeRun, number]>,
): Service {
	let started: Promise<S> | undefined;
	return {
		name,
		fields: allFields(catalogue),
		parametersOf: (id) => ({ ...examples[id]?.parameters, ...(id === WAITING ? SHORTLY : {}) }),
		async run(id, parameters) {
			started ??= start();
			const sandbox = await started;
			sandbox.reset();
			const [{ error }, first] = await run(sandbox, id, parameters);
			return seenOf(error, sandbox.requests.slice(first));
		},
		close: async () => await (await started)?.close(),
	};
}

function seenOf(error: NodeRun['error'], requests: readonly Request[]): Seen {
	const names = new Map<string, string>();
	const numbered = (text: string) =>
		text.replace(/\b[A-Za-z0-9]{20,24}\b/g, (id) => {
			names.set(id, names.get(id) ?? `id${names.size + 1}`);
			return names.get(id) ?? id;
		});
	return {
		message: error?.message,
		description: error?.description,
		asked: requests.map(({ method, path, query, body }) =>
			numbered(`${method} ${path} ${JSON.stringify([query, body])}`),
		),
		onlyRead: requests.every(({ method, status = 0 }) => method === 'GET' || status >= 400),
	};
}

export const services: Service[] = [
	service('GoHighLevel', ofHighLevel, highLevelExamples, startHighLevel, async (sandbox, id, parameters) => {
		const item = (highLevelExamples[id]?.prepare?.(sandbox) ?? {}) as IDataObject;
		const first = sandbox.requests.length;
		return [await runOperation(sandbox, id, { parameters, items: [item] }), first];
	}),
	service('Wise Agent', ofWiseAgent, wiseAgentExamples, startWiseAgent, async (sandbox, id, parameters) => {
		const item = wiseAgentExamples[id]?.prepare?.(sandbox) ?? {};
		const first = sandbox.requests.length;
		return [await runWiseAgent(sandbox, id, { parameters, items: [item] }), first];
	}),
	service('WhatsAble', ofWhatsAble, whatsAbleExamples, startWhatsAble, async (sandbox, id, parameters) => {
		const { prepare, apiKey, binary } = whatsAbleExamples[id] ?? {};
		const items = (await prepare?.(sandbox)) ?? [{}];
		const first = sandbox.requests.length;
		const options = { parameters, items: items.slice(0, 1), ...(apiKey ? { apiKey } : {}) };
		return [await runWhatsAble(sandbox, id, { ...options, ...(binary ? { binary: [binary] } : {}) }), first];
	}),
];
