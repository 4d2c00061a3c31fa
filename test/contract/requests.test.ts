import type { Request } from '../../nodes/core/operation/request';
import type { Service } from '../workflows/everyOperation/services';
import { services } from '../workflows/everyOperation/services';

/** A request as a sandbox records it. */
interface Recorded {
	method: string;
	path: string;
	requestType?: string;
}

/**
 * What an operation requests in its example, and in the other ways to use it; in a sandbox of its own: nothing is
 * remembered of an account that another one has used.
 */
async function requestedBy({ cases, start }: Service, id: string): Promise<Recorded[]> {
	const started = await start();
	try {
		const all: Recorded[] = [];
		for (const { parameters } of [{ parameters: {} }, ...(cases[id]?.variants ?? [])]) {
			started.reset();
			all.push(...(await started.run(id, { parameters })).requests);
		}
		return all;
	} finally {
		await started.close();
	}
}

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

describe.each(services)('$name', (one) => {
	const { name: service, catalogue } = one;
	const operations = Object.entries(catalogue).flatMap(([resource, { operations: own }]) =>
		Object.entries(own).map(([name, { requests }]) => ({
			id: `${resource}.${name}`,
			requests,
		})),
	);
	const known = operations.filter(({ id }) => id !== ANY_ENDPOINT);
	const endpoints = [
		...new Set(operations.flatMap(({ requests }) => allOf(requests).map(({ endpoint }) => endpoint))),
	];

	test.each(known)('$id names the requests that its example makes', async ({ id, requests }) => {
		const made = new Set((await requestedBy(one, id)).map((recorded) => endpointOf(recorded, endpoints)));
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
