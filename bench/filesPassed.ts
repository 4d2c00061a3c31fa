import { relative, resolve } from 'node:path';

import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { GoHighLevel } from '../nodes/GoHighLevel/GoHighLevel.node.ts';
import type { HighLevelSandbox } from '../sandbox/highLevel';
import { DEMO, startHighLevelSandbox } from '../sandbox/highLevel';
import { runNode } from '../test/support/running/runWorkflow';

const ROOT = resolve(__dirname, '..');

const CREDENTIAL = 'goHighLevelPrivateIntegrationApi';

/** Where n8n's node contexts send a request. */
const SENDING = ['httpRequest', 'httpRequestWithAuthentication'] as const;

/** What an operation passes on its way from the item loop to n8n's HTTP helper. */
export interface Way {
	/** Files under `nodes/`, each once, in the order in which they are entered. */
	files: string[];
	/** Those that are entered again after another one. */
	enteredAgain: string[];
}

/**
 * The ways of a contact's read by its ID and of its creation, in the real n8n-core against the sandbox.
 *
 * At the moment when a request is given to n8n's HTTP helper, V8 tells which functions wait for it, from the helper up
 * to the item loop; the files of these functions are the way. A file that only makes a value on the way, and has
 * returned, is not on it. The node class is not either: it makes the one call to the item loop. What a first run asks
 * for beside its own request, such as the settings of a location, is done in a run before.
 */
export async function waysOfContacts(): Promise<Record<'read' | 'create', Way>> {
	const sandbox = await startHighLevelSandbox({ quiet: true });
	try {
		const { id } = sandbox.state.addContact({ locationId: DEMO.locationId, email: 'ada@example.com' });
		const contactId = { __rl: true, mode: 'id', value: id };
		return {
			read: await wayOf(sandbox, () => ({ operation: 'get', contactId })),
			create: await wayOf(sandbox, (run) => ({ operation: 'create', email: `new${run}@example.com` })),
		};
	} finally {
		await sandbox.close();
	}
}

async function wayOf(sandbox: HighLevelSandbox, parametersOf: (run: number) => IDataObject): Promise<Way> {
	let stacks: string[] = [];
	for (const run of [1, 2]) {
		stacks = [];
		const { error } = await runNode({
			parameters: { authentication: 'privateIntegration', resource: 'contact', ...parametersOf(run) },
			credentials: {
				[CREDENTIAL]: { token: DEMO.token, locationId: DEMO.locationId, baseUrl: sandbox.url },
			},
			peer: { nodeType: watched(stacks), credentialType: CREDENTIAL, extends: [] },
		});
		if (error) throw new Error(`The operation failed: ${error.message}`);
	}
	const ways = stacks.map(entriesOf);
	const entries = ways.flat();
	const enteredAgain = ways.flatMap((way) => way.filter((file, place) => way.indexOf(file) < place));
	return { files: [...new Set(entries)], enteredAgain: [...new Set(enteredAgain)] };
}

/** The node, which notes the stack of each request. */
function watched(stacks: string[]): GoHighLevel {
	const node = new GoHighLevel();
	const execute = node.execute;
	node.execute = async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		for (const name of SENDING) {
			const send = this.helpers[name] as (...given: unknown[]) => Promise<unknown>;
			const noting = async function (this: unknown, ...given: unknown[]): Promise<unknown> {
				stacks.push(stackHere());
				return await send.apply(this, given);
			};
			Object.assign(this.helpers, { [name]: noting });
		}
		return await execute.call(this);
	};
	return node;
}

function stackHere(): string {
	const limit = Error.stackTraceLimit;
	Error.stackTraceLimit = Infinity;
	const { stack = '' } = new Error();
	Error.stackTraceLimit = limit;
	return stack;
}

/** The files of a stack from the item loop on, a file again where another one lies between. Throws where V8 lost it. */
function entriesOf(stack: string): string[] {
	const files = stack
		.split('\n')
		.flatMap((line) => /(?:file:\/\/)?(\/[^():]+|[A-Z]:[^():]+):\d+:\d+\)?$/.exec(line)?.[1] ?? [])
		.map((file) => relative(ROOT, file).replaceAll('\\', '/'))
		.filter((file) => file.startsWith('nodes/') && !file.endsWith('.node.ts'))
		.reverse();
	const isWhole = /\/run\.ts$/.test(files[0] ?? '') && files.some((file) => file.endsWith('.operation.ts'));
	if (!isWhole) throw new Error(`The stack does not reach up to the item loop:\n${stack}`);
	return files.filter((file, place) => file !== files[place - 1]);
}
