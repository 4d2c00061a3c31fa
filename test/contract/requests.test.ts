import { catalogue as highLevel } from '../../nodes/GoHighLevel/actions';
import { catalogue as whatsAble } from '../../nodes/WhatsAble/actions';
import { catalogue as wiseAgent } from '../../nodes/WiseAgent/actions';
import type { Request } from '../../nodes/core/operation/request';
import { startSandbox } from '../support/highLevel';
import { startSandbox as startWhatsAble } from '../support/whatsAble';
import { startWiseAgent } from '../support/wiseAgent';
import { requestsOf } from './docsPages';
import * as whatsAbleExamples from './whatsAble/examples';
import * as wiseAgentExamples from './wiseAgent/examples';

/** A request as a sandbox records it. */
interface Recorded {
	method: string;
	path: string;
	requestType?: string;
}

interface Service {
	name: string;
	catalogue: Record<string, { operations: Record<string, { requests: readonly Request[] }> }>;
	start: () => Promise<{ close: () => Promise<void>; requestsOf: (id: string) => Promise<Recorded[]> }>;
}

const SERVICES: Service[] = [
	{
		name: 'HighLevel',
		catalogue: highLevel,
		start: async () => {
			const sandbox = await startSandbox();
			const close = async () => await sandbox.close();
			return { close, requestsOf: async (id) => await requestsOf(sandbox, id) };
		},
	},
	{
		name: 'Wise Agent',
		catalogue: wiseAgent,
		start: async () => {
			const sandbox = await startWiseAgent();
			const close = async () => await sandbox.close();
			return {
				close,
				requestsOf: async (id) => {
					sandbox.reset();
					return (await wiseAgentExamples.runExample(sandbox, id)).requests;
				},
			};
		},
	},
	{
		name: 'WhatsAble',
		catalogue: whatsAble,
		start: async () => ({
			close: async () => undefined,
			requestsOf: async (id) => {
				// Of its own, for each: nothing is remembered of an account that another example has used.
				const sandbox = await startWhatsAble();
				const all: Recorded[] = [];
				for (const parameters of [{}, ...(whatsAbleExamples.examples[id]?.variants ?? [])]) {
					all.push(...(await whatsAbleExamples.runExample(sandbox, id, { parameters })).requests);
				}
				await sandbox.close();
				return all;
			},
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

describe.each(SERVICES)('$name', ({ name: service, catalogue, start }) => {
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

	let sandbox: Awaited<ReturnType<typeof start>>;
	beforeAll(async () => (sandbox = await start()));
	afterAll(async () => await sandbox.close());

	test.each(known)('$id names the requests that its example makes', async ({ id, requests }) => {
		const made = new Set((await sandbox.requestsOf(id)).map((recorded) => endpointOf(recorded, endpoints)));
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
