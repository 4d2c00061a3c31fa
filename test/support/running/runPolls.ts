import { PollContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	IPollFunctions,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { DEMO } from '../highLevel';
import type { StoredConnection } from '../oAuth2';
import { additionalData, TestNodeTypes } from './runWorkflow';

const NODE_NAME = 'Poll';

/** A poll trigger, and how it is connected. */
export interface PolledNode {
	/** As in its description. */
	name: string;
	/** A new one, as a new process has it: nothing in memory. */
	load(): Promise<INodeType>;
	credential: string;
	credentialId: string;
	credentials(): Record<string, ICredentialDataDecryptedObject>;
}

export interface PollerOptions {
	/** The GoHighLevel Poll Trigger unless told. */
	node?: PolledNode;
	/** Parameters besides authentication. */
	parameters: IDataObject;
	connection?: StoredConnection;
	/** In place of the sandbox's own address. */
	baseUrl?: string;
	/** Of the private integration; the demo's unless told. */
	token?: string;
	locationId?: string;
	/** n8n with durable poll cursors: what a poll remembers is saved together with the execution that it starts. */
	durable?: boolean;
	/** How long n8n lets a poll run. */
	pollBudgetMs?: () => number;
	timezone?: string;
}

/** The moment at which n8n is killed while it takes over a batch. */
export type Death = 'beforeSave' | 'beforeStart';

/** n8n was killed, as the test asked for. */
export class Killed extends Error {}

let pollerCount = 0;

/**
 * A workflow with the poll trigger, as n8n runs it, by n8n's own poll context. What n8n does around it follows its
 * source (2.41): it polls once when the workflow is activated, and saves static data then; later only beside the start
 * of an execution, so that what a poll without items remembers is kept in memory alone.
 */
export class Poller {
	/** Items of each execution that was started. */
	readonly batches: IDataObject[][] = [];
	/** Static data of the workflow as the database has them. */
	saved: IDataObject = {};
	/** The durable cursor as the database has it. */
	private savedCursor: IDataObject | undefined;
	private workflow: Workflow | undefined;
	/** As this process has loaded it; not before it is needed. */
	private nodeType: INodeType | undefined;
	private readonly workflowId = `polled-${++pollerCount}`;
	private dies: Death | undefined;

	constructor(
		private readonly sandbox: Pick<HighLevelSandbox, 'url'>,
		private readonly options: PollerOptions,
	) {}

	private get node(): PolledNode {
		const { connection, node } = this.options;
		return (
			node ?? {
				name: 'goHighLevelPollTrigger',
				load: loadHighLevel,
				credential: connection ? 'goHighLevelOAuth2Api' : 'goHighLevelPrivateIntegrationApi',
				credentialId: connection?.id ?? '1',
				credentials: () => this.highLevelCredentials(),
			}
		);
	}

	/** All items that were put out so far. */
	get items(): IDataObject[] {
		return this.batches.flat();
	}

	/** What is remembered, as the database would have it if n8n saved it now; in bytes of JSON. */
	get stateBytes(): number {
		return Buffer.byteLength(JSON.stringify(this.savedCursor ?? this.workflow?.staticData ?? this.saved));
	}

	/** The workflow is switched on, or n8n has started; both poll at once. */
	async activate(mode: WorkflowActivateMode = 'activate'): Promise<IDataObject[]> {
		this.workflow = await this.newWorkflow();
		const items = await this.pollOnce(mode, true);
		this.saveIfChanged();
		return items;
	}

	/** The scheduled poll. */
	async poll(): Promise<IDataObject[]> {
		if (this.options.durable) this.workflow = await this.newWorkflow();
		return await this.pollOnce('activate', false);
	}

	/** The next batch that is handed over meets its death. */
	dieWhile(moment: Death): void {
		this.dies = moment;
	}

	/** A scheduled poll whose result n8n throws away, because the workflow was published again meanwhile. */
	async pollInVain(): Promise<IDataObject[]> {
		const items = jsonOf(await this.run(this.context('trigger', 'activate')));
		this.workflow = undefined;
		return items;
	}

	/** A new n8n process, which knows only what was saved. @param setting parameters that were changed meanwhile */
	async restart(setting: IDataObject = {}): Promise<IDataObject[]> {
		this.change(setting);
		this.nodeType = undefined;
		if (!this.options.durable) return await this.activate('init');
		// With durable cursors, n8n knows the workflow's schedule from the database and does not poll at the start.
		return await this.poll();
	}

	/** The operator changes the node and publishes the workflow again. */
	async republish(setting: IDataObject): Promise<IDataObject[]> {
		this.change(setting);
		return await this.activate('update');
	}

	/** A test run in the editor. */
	async test(): Promise<IDataObject[]> {
		this.workflow ??= await this.newWorkflow();
		const before = JSON.stringify(this.workflow.staticData);
		const output = await this.run(this.context('manual', 'manual'));
		expect(JSON.stringify(this.workflow.staticData)).toBe(before);
		return jsonOf(output);
	}

	/** Durable cursors are switched on before the next start; they begin with the static data. */
	switchToDurable(): void {
		this.options.durable = true;
	}

	/** The operator chooses a credential of another location. */
	useLocation(locationId: string, token: string): void {
		Object.assign(this.options, { locationId, token });
	}

	private change(setting: IDataObject): void {
		Object.assign(this.options.parameters, setting);
	}

	private async pollOnce(mode: WorkflowActivateMode, isActivation: boolean): Promise<IDataObject[]> {
		const { durable } = this.options;
		const snapshot = durable ? structuredClone(this.savedCursor ?? this.nodeData()) : undefined;
		const output = await this.run(this.context('trigger', mode, snapshot));
		const items = jsonOf(output);
		if (output !== null) this.handOver(items, snapshot);
		else if (durable && !isActivation) this.savedCursor = json(snapshot);
		return items;
	}

	/** n8n starts saving and starts the execution at the same time; with durable cursors both are one transaction. */
	private handOver(items: IDataObject[], snapshot: IDataObject | undefined): void {
		const dies = this.dies;
		this.dies = undefined;
		if (this.options.durable) {
			if (dies) throw new Killed();
			this.savedCursor = json(snapshot);
			this.batches.push(items);
			return;
		}
		if (dies !== 'beforeSave') this.saveIfChanged();
		if (dies !== 'beforeStart') this.batches.push(items);
		if (dies) throw new Killed();
	}

	private saveIfChanged(): void {
		const staticData = this.workflow?.staticData as (IDataObject & { __dataChanged?: boolean }) | undefined;
		if (!staticData?.__dataChanged) return;
		this.saved = json(staticData);
		staticData.__dataChanged = false;
	}

	private nodeData(): IDataObject {
		return json((this.saved[`node:${NODE_NAME}`] ?? {}) as IDataObject);
	}

	private async run(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const { expression } = this.workflow as Workflow;
		const polling = expression.withIsolate(async () => (await this.nodeType?.poll?.call(context)) ?? null);
		return await polling;
	}

	private context(
		mode: WorkflowExecuteMode,
		activation: WorkflowActivateMode,
		snapshot?: IDataObject,
	): IPollFunctions {
		const workflow = this.workflow as Workflow;
		const node = workflow.getNode(NODE_NAME) as INode;
		return new PollContext(
			workflow,
			node,
			additionalData(workflow, { parameters: {}, credentials: this.node.credentials() }),
			mode,
			activation,
			undefined,
			undefined,
			undefined,
			undefined,
			snapshot ? () => snapshot : undefined,
			this.options.pollBudgetMs,
		);
	}

	private highLevelCredentials(): Record<string, ICredentialDataDecryptedObject> {
		const { connection, baseUrl, token, locationId } = this.options;
		return (
			connection?.credentials ?? {
				goHighLevelPrivateIntegrationApi: {
					token: token ?? DEMO.token,
					locationId: locationId ?? DEMO.locationId,
					baseUrl: baseUrl ?? this.sandbox.url,
				},
			}
		);
	}

	private async newWorkflow(): Promise<Workflow> {
		this.nodeType ??= await this.node.load();
		const { parameters, connection, timezone } = this.options;
		const authentication = connection ? 'oAuth2' : 'privateIntegration';
		const { name, credential, credentialId } = this.node;
		const type = `n8n-nodes-gohighlevel-sync.${name}`;
		const node: INode = {
			id: 'node',
			name: NODE_NAME,
			type,
			typeVersion: 1,
			position: [0, 0],
			parameters: { authentication, ...parameters } as INode['parameters'],
			credentials: { [credential]: { id: credentialId, name: 'Account' } },
		};
		return new Workflow({
			id: this.workflowId,
			nodes: [node],
			connections: {},
			nodeTypes: new TestNodeTypes({ [type]: this.nodeType }),
			settings: { timezone: timezone ?? 'UTC' },
			active: true,
			staticData: json(this.saved),
		});
	}
}

async function loadHighLevel(): Promise<INodeType> {
	return await loadAnew(async () => {
		const { GoHighLevelPollTrigger } =
			await import('../../../nodes/GoHighLevel/GoHighLevelPollTrigger.node.ts');
		return new GoHighLevelPollTrigger();
	});
}

/** Two that load at once would take each other's modules. */
let loading: Promise<unknown> = Promise.resolve();

/** A node as a new process has it: nothing in memory. Requests that fail are repeated without long waits. */
export async function loadAnew(load: () => Promise<INodeType>): Promise<INodeType> {
	const loaded = loading.then(async () => {
		vi.resetModules();
		const { pace } = await import('../pace');
		pace({ backoff: { firstMs: 1, maxMs: 5 } });
		return await load();
	});
	loading = loaded.catch(() => undefined);
	return await loaded;
}

function jsonOf(output: INodeExecutionData[][] | null): IDataObject[] {
	return (output?.[0] ?? []).map(({ json: item }) => item);
}

/** As it comes back from a database. */
function json(data: IDataObject | undefined): IDataObject {
	return JSON.parse(JSON.stringify(data ?? {})) as IDataObject;
}
