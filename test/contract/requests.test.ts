import { catalogue as highLevel } from '../../nodes/GoHighLevel/actions';
import { catalogue as whatsAble } from '../../nodes/WhatsAble/actions';
import { catalogue as wiseAgent } from '../../nodes/WiseAgent/actions';
import type { Request } from '../../nodes/core/operation/request';
import { startSandbox } from '../support/highLevel';
import { startSandbox as startWhatsAble } from '../support/whatsAble';
import { startWiseAgent } from '../support/wiseAgent';
import { requestsOf } from './docsPages';
import * as whatsAbleExamples from '../cases/whatsAble';
import * as wiseAgentExamples from '../cases/wiseAgent';

/** A request as a sandbox records it. */
interface Recorded {
	method: string;
	path: string;
	requestType?: string;
}

interface Service {
	name: string;
	catalogue: Record<string, { operations: Record<string, { requests: readonly Request[] }> }>;
	/** What an operation requests in its example, and in the other ways to use it. */
	requestsOf: (id: string) => Promise<Recorded[]>;
}

/** A sandbox for each example: nothing is remembered of an account that another one has used. */
async function inSandbox<S extends { close: () => Promise<void> }>(
	start: () => Promise<S>,
	work: (sandbox: S) => Promise<Recorded[]>,
): Promise<Recorded[]> {
	const sandbox = await start();
	return await work(sandbox).finally(async () => await sandbox.close());
}

const SERVICES: Service[] = [
	{
		name: 'HighLevel',
		catalogue: highLevel,
		requestsOf: async (id) => await inSandbox(startSandbox, async (sandbox) => await requestsOf(sandbox, id)),
	},
	{
		name: 'Wise Agent',
		catalogue: wiseAgent,
		requestsOf: async (id) =>
			await inSandbox(
				startWiseAgent,
				async (sandbox) => (await wiseAgentExamples.runExample(sandbox, id)).requests,
			),
	},
	{
		name: 'WhatsAble',
		catalogue: whatsAble,
		requestsOf: async (id) =>
			await inSandbox(startWhatsAble, async (sandbox) => {
				const all: Recorded[] = [];
				for (const parameters of [{}, ...(whatsAbleExamples.examples[id]?.variants ?? [])]) {
					all.push(...(await whatsAbleExamples.runExample(sandbox, id, { parameters })).requests);
				}
				return all;
			}),
	},
];

/** What a call of any endpoint requests is not known beforehand. */
const ANY_ENDPOINT = 'customApiCall.request';

/** Requests that an operation makes only in other cases than its example, and why. */
const NOT_IN_EXAMPLES: Record<string, string> = {
	'Wise Agent contact.count GET getContactsCount': 'Wise Agent has no such filter, so all contacts are read',
	'Wise Agent team.getAll GET getOutsideTeam': 'the example is about the inside team',
};

/** These requests and all that they may make on their way. */
function allOf(requests: readonly Request[]): Request[] {
	return requests.flatMap((one) => [one, ...allOf(one.further)]);
}

/** Which of the endpoints a recorded request went to: of several, the one with the fewest parts in braces. */
function endpointOf({ method, path, requestType }: Recorded, endpoints: string[]): string {
	const made = `${method} ${requestType ?? path}`;
	const [endpoint = made] = endpoints.filter((one) => patternOf(one).test(made)).sort(byBraces);
	return endpoint;
}

function patternOf(endpoint: string): RegExp {
	const parts = endpoint.split(/\{\w*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`^${parts.join('[^/]+')}$`);
}

function byBraces(a: string, b: string): number {
	return a.split('{').length - b.split('{').length;
}

describe.each(SERVICES)('$name', ({ name: service, catalogue, requestsOf: requested }) => {
	const operations = Object.entries(catalogue).flatMap(([resource, { operations: own }]) =>
		Object.entries(own).map(([name, { requests }]) => ({
			id: `${resource}.${name}`,
			requests,
		})),
	);
	const known = operations.filter(({ id }) => id !== ANY_ENDPOINT);
	const endpoints = [
		...new Set(operations.flatMap(({ requests }) => allOf(requests).map((one) => one.endpoint))),
	];

	test.each(known)('$id names the requests that its example makes', async ({ id, requests }) => {
		const made = new Set((await requested(id)).map((recorded) => endpointOf(recorded, endpoints)));
		const named = allOf(requests).map(({ endpoint }) => endpoint);
		expect([...made].filter((endpoint) => !named.includes(endpoint))).toEqual([]);

		const expected = requests.filter(({ isOptional }) => !isOptional).map(({ endpoint }) => endpoint);
		const unseen = expected
			.filter((endpoint) => !made.has(endpoint))
			.map((endpoint) => `${service} ${id} ${endpoint}`);
		const allowed = Object.keys(NOT_IN_EXAMPLES).filter((one) => one.startsWith(`${service} ${id} `));
		expect(unseen).toEqual(allowed);
	});
});
