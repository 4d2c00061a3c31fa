import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { API_ROUTES } from '../../../../sandbox/highLevel/routes';
import type { ApiRoute } from '../../../../sandbox/highLevel/wire/apiRoute';
import type { ApiVersion } from '../../../../sandbox/highLevel/wire/versions';
import { API_VERSIONS } from '../../../../sandbox/highLevel/wire/versions';
import { cases, runExample } from '../../../cases/highLevel';
import { operationFor, operationKey } from '../../../contract/highLevel/specification';
import { OF_AGENCIES, runOperation } from '../../../support/highLevel';
import { call, DEMO } from '../support';
import type { Visit } from './visits';

/** A request as a client sent it. */
interface Sent {
	method: string;
	/** Without the query. */
	path: string;
	query: Record<string, unknown>;
	body?: unknown;
	token?: string;
}

/** What an example, or a variant of one, makes the node request. */
interface Recorded {
	id: string;
	/** Where the IDs of its records begin. */
	position: number;
	requests: Sent[];
}

const UNKNOWN_ID = 'nobody';

/** Runs every example of the catalogue and its variants through n8n-core. */
export async function recordCases(sandbox: HighLevelSandbox): Promise<Recorded[]> {
	const ways = Object.entries(cases).flatMap(([id, { variants = [] }]) =>
		[{}, ...variants.map(({ parameters }) => parameters)].map((parameters) => ({ id, parameters })),
	);
	const recorded: Recorded[] = [];
	for (const [place, { id, parameters }] of ways.entries()) {
		const position = (place + 1) * 7_919;
		recorded.push({ id, position, requests: await record(sandbox, { id, position, parameters }) });
	}
	return recorded;
}

/** The node remembers what it has created, so no ID may come twice. */
function startAnew(sandbox: HighLevelSandbox, position: number): void {
	sandbox.reset();
	sandbox.state.random.position = position;
}

async function record(
	sandbox: HighLevelSandbox,
	{ id, position, parameters }: { id: string; position: number; parameters: IDataObject },
): Promise<Sent[]> {
	startAnew(sandbox, position);
	const { run, requests } = await runExample(
		sandbox,
		id,
		async (_, options) =>
			await runOperation(sandbox, id, {
				...options,
				parameters: { ...options.parameters, ...parameters },
			}),
	);
	if (run.error) throw run.error;
	const token = OF_AGENCIES.includes(id) ? DEMO.agencyToken : undefined;
	return requests.map(({ method, path, query, body }) => ({ method, path, query, body, token }));
}

/**
 * Sends what the examples send, under one version; and the first request to each endpoint again in ways that are
 * refused: without a valid token, with one that may only read, with unknown IDs, without a body or a query, with a field
 * that nobody knows, and a second time.
 */
export async function walkCases(
	sandbox: HighLevelSandbox,
	version: ApiVersion,
	recorded: readonly Recorded[],
): Promise<Visit[]> {
	const visits: Visit[] = [];
	const seen = new Set<string>();
	for (const { id, position, requests } of recorded) {
		startAnew(sandbox, position);
		cases[id]?.example.prepare?.(sandbox);
		const served = requests.flatMap((sent) => {
			const route = routeOf(sent, version);
			return route ? [{ sent, route }] : [];
		});
		for (const { sent, route } of served) visits.push(await visited(sandbox, version, sent, route));
		for (const { sent, route } of served) {
			const key = operationKey(route.method, route.path);
			if (seen.has(key)) continue;
			seen.add(key);
			for (const odd of refusedWays(sent, route)) visits.push(await visited(sandbox, version, odd, route));
		}
	}
	return visits;
}

async function visited(
	sandbox: HighLevelSandbox,
	version: ApiVersion,
	{ method, path, query, body, token }: Sent,
	route: ApiRoute,
): Promise<Visit> {
	const search = new URLSearchParams(
		Object.entries(query).flatMap(([name, value]) =>
			[value].flat().map((one): [string, string] => [name, String(one)]),
		),
	);
	const answer = await call(sandbox, method, search.size > 0 ? `${path}?${search}` : path, body, {
		version: version === 'v3' ? 'v3' : '2021-07-28',
		...(token === undefined ? {} : { token }),
	});
	return {
		key: operationKey(route.method, route.path),
		status: answer.status,
		body: answer.body,
		isOfCase: true,
	};
}

function refusedWays(sent: Sent, route: ApiRoute): Sent[] {
	const { body, query } = sent;
	return [
		{ ...sent, token: 'pit-garbage' },
		...(route.scope?.endsWith('.write') ? [{ ...sent, token: DEMO.readOnlyToken }] : []),
		...withUnknownIds(sent, route),
		...(body === undefined ? [] : [{ ...sent, body: {} }]),
		...(isObject(body) ? [{ ...sent, body: { ...body, nobodyKnows: 1 } }] : []),
		...(Object.keys(query).length > 0 ? [{ ...sent, query: {} }] : []),
		sent,
	];
}

/** With each ID of the path in turn that is not the location's. */
function withUnknownIds(sent: Sent, { path }: ApiRoute): Sent[] {
	const parts = path.split('/');
	return parts.flatMap((part, place) => {
		if (!part.startsWith(':') || part === ':locationId') return [];
		const values = sent.path.split('/');
		values[place] = UNKNOWN_ID;
		return [{ ...sent, path: values.join('/') }];
	});
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The endpoint that serves a request under a version; not one that takes forms, of which only the text is recorded. */
function routeOf({ method, path }: Sent, version: ApiVersion): ApiRoute | undefined {
	const own = API_ROUTES.filter(
		({ versions = API_VERSIONS, multipart }) => versions.includes(version) && !multipart,
	);
	const shapes = own.map((route) => ({
		method: route.method,
		path: route.path.replace(/:([^/]+)/g, '{$1}'),
		route,
	}));
	return operationFor(shapes, method, path)?.route;
}
