import { createServer } from 'node:net';

import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox, RecordedRequest } from '../../sandbox/highLevel';
import { DEMO } from './highLevel';
import type { NodeRun } from './running/runWorkflow';

/** `count` people, each with an e-mail of its own. */
export function people(count: number): IDataObject[] {
	return Array.from({ length: count }, (_, index) => ({
		email: `person${index}@example.com`,
		firstName: `Person ${index}`,
	}));
}

/** Parameters of create and upsert that map `people`. */
export const PERSON: IDataObject = { email: '={{ $json.email }}', firstName: '={{ $json.firstName }}' };

/** The e-mails of all contacts of a location, sorted, as the sandbox stores them. */
export function storedEmails(sandbox: HighLevelSandbox, locationId: string = DEMO.locationId): string[] {
	return sandbox.state.contacts
		.inGroup(locationId)
		.map(({ email }) => String(email))
		.sort();
}

export function emailsOf(items: IDataObject[]): string[] {
	return items.map(({ email }) => String(email)).sort();
}

/** Stores a contact and returns its id. */
export function storeContact(sandbox: HighLevelSandbox, fields: IDataObject = {}): string {
	return sandbox.state.addContact({ locationId: DEMO.locationId, ...fields }).id;
}

export function requestsOf(sandbox: HighLevelSandbox, method: string, path: RegExp = /./): RecordedRequest[] {
	return sandbox.requests.filter((request) => request.method === method && path.test(request.path));
}

/** What became of an operation. */
export interface Outcome {
	run: NodeRun;
	requests: RecordedRequest[];
	/** Whether anything in the service is other than before. */
	changed: boolean;
}

/** What the operator reads of a failed execution. */
export function textOf({ error }: NodeRun): string {
	return `${error?.message ?? ''}\n${error?.description ?? ''}`;
}

/** What a failed item tells beside its text. */
export function detailsOf({ error }: NodeRun): IDataObject {
	return (error?.context?.details ?? {}) as IDataObject;
}

/** Below the ports that the system gives to whoever asks for any, as other tests do at the same time. */
const CLOSED_PORTS = { from: 16_000, count: 16_000 };

/** A port of this machine on which nobody listens. */
export async function closedPort(): Promise<number> {
	for (;;) {
		const port = CLOSED_PORTS.from + Math.floor(Math.random() * CLOSED_PORTS.count);
		if (await isFree(port)) return port;
	}
}

async function isFree(port: number): Promise<boolean> {
	const server = createServer();
	return await new Promise<boolean>((resolve) => {
		server.once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
}
