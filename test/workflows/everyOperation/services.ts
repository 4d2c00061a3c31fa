import type { IDataObject } from 'n8n-workflow';

import type { Catalogue } from '../../../nodes/core/operation/operation';
import { catalogue as highLevel } from '../../../nodes/GoHighLevel/actions';
import { catalogue as whatsAble } from '../../../nodes/WhatsAble/actions';
import { catalogue as wiseAgent } from '../../../nodes/WiseAgent/actions';
import type { Case } from '../../cases/case';
import type { CaseFile } from '../../cases/files';
import * as ofHighLevel from '../../cases/highLevel';
import * as ofWhatsAble from '../../cases/whatsAble';
import * as ofWiseAgent from '../../cases/wiseAgent';
import { startSandbox as startHighLevel } from '../../support/highLevel';
import type { Outcome } from '../../support/sandboxRuns';
import { startSandbox as startWhatsAble } from '../../support/whatsAble';
import { startWiseAgent } from '../../support/wiseAgent';
import { runWith as runHighLevel } from '../highLevel/everyOperation/operations';
import { runWith as runWhatsAble } from '../whatsAble/everyOperation/operations';
import { runWith as runWiseAgent } from '../wiseAgent/everyOperation/operations';

/** How the example of an operation is run otherwise. */
export interface ServiceRun {
	/** In place of those of the example. */
	parameters?: IDataObject;
	baseUrl?: string;
}

/** A service in a sandbox of its own. */
export interface StartedService {
	/** Runs the example of an operation, in the account as it is. */
	run(id: string, options?: ServiceRun): Promise<Outcome>;
	/** Back to the account as it was at the start. */
	reset(): void;
	close(): Promise<void>;
}

/** What a check of every operation of every service needs to know of one. */
export interface Service {
	/** The folder of its node in nodes/. */
	node: string;
	/** As operators call it. */
	name: string;
	/** Its folder in test/cases/. */
	folder: string;
	catalogue: Catalogue<never>;
	/** Resource -> what its file of cases exports. */
	files: Record<string, CaseFile<Case>>;
	/** `resource.operation` -> case. */
	cases: Record<string, Case>;
	start(): Promise<StartedService>;
}

interface Sandbox {
	reset(): void;
	close(): Promise<void>;
}

function starting<S extends Sandbox>(
	start: () => Promise<S>,
	run: (sandbox: S, id: string, options?: ServiceRun) => Promise<Outcome>,
): Service['start'] {
	return async () => {
		const sandbox = await start();
		return {
			run: async (id, options) => await run(sandbox, id, options),
			reset: () => sandbox.reset(),
			close: async () => await sandbox.close(),
		};
	};
}

export const services: Service[] = [
	{
		node: 'GoHighLevel',
		name: 'HighLevel',
		folder: 'highLevel',
		catalogue: highLevel,
		files: ofHighLevel.files,
		cases: ofHighLevel.cases,
		start: starting(startHighLevel, runHighLevel),
	},
	{
		node: 'WiseAgent',
		name: 'Wise Agent',
		folder: 'wiseAgent',
		catalogue: wiseAgent,
		files: ofWiseAgent.files,
		cases: ofWiseAgent.cases,
		start: starting(startWiseAgent, runWiseAgent),
	},
	{
		node: 'WhatsAble',
		name: 'WhatsAble',
		folder: 'whatsAble',
		catalogue: whatsAble,
		files: ofWhatsAble.files,
		cases: ofWhatsAble.cases,
		start: starting(startWhatsAble, runWhatsAble),
	},
];

/** `resource.operation` of everything that a node can do. */
export function idsIn(catalogue: Service['catalogue']): string[] {
	return Object.entries(catalogue).flatMap(([resource, { operations }]) =>
		Object.keys(operations).map((operation) => `${resource}.${operation}`),
	);
}

/** The same without what requests nothing of the service; a call of any endpoint names no request, but makes one. */
export function askingIdsIn(catalogue: Service['catalogue']): string[] {
	return Object.entries(catalogue).flatMap(([resource, { operations }]) =>
		Object.entries(operations).flatMap(([operation, { requests, mayWrite }]) =>
			requests.length > 0 || mayWrite ? [`${resource}.${operation}`] : [],
		),
	);
}

/** Starts a service for the tests of a `describe`, each of which finds the account as it was at the start. */
export function startedFor({ start }: Service): { readonly service: StartedService } {
	let started: StartedService | undefined;
	beforeAll(async () => void (started = await start()));
	beforeEach(() => started?.reset());
	afterAll(async () => await started?.close());
	return {
		get service() {
			if (!started) throw new Error('Only tests can use it');
			return started;
		},
	};
}
