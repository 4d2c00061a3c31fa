import type { ApiRoute } from '../../../sandbox/highLevel/wire/apiRoute';
import { schemaFor } from '../../../sandbox/highLevel/wire/apiRoute';
import { API_ROUTES } from '../../../sandbox/highLevel/routes';
import type { ApiVersion } from '../../../sandbox/highLevel/wire/versions';
import { API_VERSIONS } from '../../../sandbox/highLevel/wire/versions';
import { checkAnswer, compareBodies } from '../../sandbox/highLevel/contract/compare';
import type { Deviation } from '../../sandbox/highLevel/contract/deviations';
import { REQUEST_DEVIATIONS, RESPONSE_DEVIATIONS } from '../../sandbox/highLevel/contract/deviations';
import type { Visit } from '../../sandbox/highLevel/contract/visits';
import { walk } from '../../sandbox/highLevel/contract/walk';
import { recordCases, walkCases } from '../../sandbox/highLevel/contract/walkCases';
import { start } from '../../sandbox/highLevel/support';
import type { Json, SpecifiedOperation } from './specification';
import {
	hasSpecification,
	operationKey,
	sayThatSpecificationIsMissing,
	specifiedOperations,
} from './specification';

/** The modules of the specification that the sandbox serves, in whole or in part. */
const AREAS = [
	'contacts',
	'locations',
	'users',
	'workflows',
	'businesses',
	'campaigns',
	'objects',
	'opportunities',
	'forms',
	'surveys',
	'emails',
	'oauth',
	'calendars',
	'conversations',
];

type Operations = Map<string, SpecifiedOperation>;

function operationsOf(version: ApiVersion): Operations {
	const specified = specifiedOperations(version === 'v3' ? 'v3' : 'v2', AREAS);
	return new Map(specified.map((operation) => [operationKey(operation.method, operation.path), operation]));
}

const keyOf = (route: ApiRoute): string => operationKey(route.method, route.path);

const servedUnder = (version: ApiVersion): ApiRoute[] =>
	API_ROUTES.filter((route) => (route.versions ?? API_VERSIONS).includes(version));

function unexplained(differences: readonly string[], deviations: readonly Deviation[]): string[] {
	return differences.filter((difference) => !deviations.some(({ pattern }) => pattern.test(difference)));
}

function operationOf(operations: Operations, key: string): SpecifiedOperation {
	const operation = operations.get(key);
	if (!operation) throw new Error(`${key} is not documented`);
	return operation;
}

function bodyDifferences(operations: Operations, version: ApiVersion): string[] {
	return servedUnder(version).flatMap((route) => {
		const { body } = operationOf(operations, keyOf(route));
		if (!body && !route.body) return [];
		if (!body || !route.body) return [`${keyOf(route)}: only one side has a body`];
		return compareBodies(body, schemaFor(route.body, version)).map((line) => `${keyOf(route)}: ${line}`);
	});
}

function answerDifferences(operations: Operations, visits: readonly Visit[]): string[] {
	return visits.flatMap(({ key, status, body, isOfCase }) => {
		const { responses: own } = operationOf(operations, key);
		// Every endpoint refuses what nobody may ask of it, also where its documents leave that out.
		const isLeftOut = isOfCase && status >= 400 && !(status in own);
		const responses: SpecifiedOperation['responses'] = isLeftOut
			? { [status]: refusalOf(operations, status) }
			: own;
		const isDocumented = status in responses;
		// Nest answers 201 where the documents say 200: the shape still has to be the documented one.
		const schema = responses[isDocumented || status >= 300 ? status : 200];
		return [
			...(isDocumented ? [] : [`${key} ${status}: status is not documented`]),
			...(schema ? checkAnswer(schema, body).map((line) => `${key} ${status}: ${line}`) : []),
		];
	});
}

/** How other endpoints document a refusal with this status. */
function refusalOf(operations: Operations, status: number): Json | undefined {
	return [...operations.values()].find(({ responses }) => responses[status])?.responses[status];
}

let visits: Promise<Record<ApiVersion, Visit[]>> | undefined;

/** Every exchange of the walks, by version. */
async function walked(version: ApiVersion): Promise<Visit[]> {
	visits ??= walkAll();
	return (await visits)[version];
}

async function walkAll(): Promise<Record<ApiVersion, Visit[]>> {
	const sandbox = await start({ rateLimit: { max: 100_000, intervalMs: 10_000 } });
	try {
		const recorded = await recordCases(sandbox);
		const both = async (version: ApiVersion) => {
			const ofCases = await walkCases(sandbox, version, recorded);
			sandbox.reset();
			return [...ofCases, ...(await walk(sandbox, version))];
		};
		return { dated: await both('dated'), v3: await both('v3') };
	} finally {
		await sandbox.close();
	}
}

if (!hasSpecification) {
	test('is skipped where the specification is not at hand', sayThatSpecificationIsMissing);
} else {
	describe.each(API_VERSIONS)('the sandbox and the official specification, %s', (version) => {
		const operations = operationsOf(version);

		test('all of the contacts API is served', () => {
			const served = new Set(servedUnder(version).map(keyOf));
			const documented = [...operations].filter(([, { area }]) => area === 'contacts');
			expect(documented.length).toBeGreaterThan(30);
			expect(documented.map(([key]) => key).filter((key) => !served.has(key))).toEqual([]);
		});

		test('nothing is served that is not documented', () => {
			const invented = servedUnder(version).map(keyOf);
			expect(invented.filter((key) => !operations.has(key))).toEqual([]);
		});

		test('request bodies have the same properties, types and requirements', () => {
			expect(unexplained(bodyDifferences(operations, version), REQUEST_DEVIATIONS)).toEqual([]);
		});

		test('queries have the same parameters', () => {
			for (const route of servedUnder(version)) {
				const schema = route.query ? schemaFor(route.query, version) : {};
				const own = Object.keys((schema['properties'] ?? {}) as object);
				const documented = operationOf(operations, keyOf(route))
					.parameters.filter(({ in: place }) => place === 'query')
					.map(({ name }) => name);
				expect({ route: keyOf(route), query: own.sort() }).toEqual({
					route: keyOf(route),
					query: documented.sort(),
				});
			}
		});

		test('answers have the documented status and shape, on every route', async () => {
			const own = await walked(version);
			const done = own.filter(({ status }) => status < 300);
			expect(new Set(done.map(({ key }) => key))).toEqual(new Set(servedUnder(version).map(keyOf)));
			expect(unexplained(answerDifferences(operations, own), RESPONSE_DEVIATIONS)).toEqual([]);
		});
	});

	test('every listed deviation still exists', async () => {
		const requests: string[] = [];
		const responses: string[] = [];
		for (const version of API_VERSIONS) {
			const operations = operationsOf(version);
			requests.push(...bodyDifferences(operations, version));
			responses.push(...answerDifferences(operations, await walked(version)));
		}
		const stale = (deviations: readonly Deviation[], lines: readonly string[]) =>
			deviations
				.filter(({ pattern }) => !lines.some((line) => pattern.test(line)))
				.map(({ reason }) => reason);
		expect(stale(REQUEST_DEVIATIONS, requests)).toEqual([]);
		expect(stale(RESPONSE_DEVIATIONS, responses)).toEqual([]);
	});
}
