import type { HighLevel } from '@gohighlevel/api-client';
import { GHLAuthenticationError, GHLValidationError } from '@gohighlevel/api-client';

import type { HighLevelSandbox, RecordedRequest } from '../../../sandbox/highLevel';
import { cases, examples } from '../../cases/highLevel';
import { call, locationId } from '../../sandbox/highLevel/support';
import { sdkWithOAuth, sdkWithToken } from '../../sandbox/highLevel/sdk/support';
import { DEMO, OF_AGENCIES, startSandbox } from '../../support/highLevel';

type Prepared = Record<string, string>;

const calls = Object.entries(cases).flatMap(([id, { sdk, variants = [] }]) => [
	...(typeof sdk === 'string' ? [] : [{ id, what: 'as in its example', call: sdk }]),
	...variants.map(({ parameters, sdk: own }) => ({
		id,
		what: `with ${JSON.stringify(parameters)}`,
		call: own,
	})),
]);

/** The specification declares no scope for bulk changes and single emails, so the SDK sends no OAuth token: a bug of it. */
const WITHOUT_OAUTH_TOKEN = /^(contact\.bulkUpdate|message\.(getEmail|cancelScheduledEmail)$)/;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

/** Has the IDs of the example, since a sandbox gives the same ones to what is stored first. */
function prepare(id: string): Prepared {
	sandbox.reset();
	return (examples[id]?.prepare?.(sandbox) ?? {}) as Prepared;
}

/** n8n-core changes how the axios that both use writes lists. */
function plain(sdk: HighLevel): HighLevel {
	delete sdk.getHttpClient().defaults.paramsSerializer;
	return sdk;
}

function tokenFor(id: string): string {
	return OF_AGENCIES.includes(id) ? DEMO.agencyToken : DEMO.token;
}

/** The SDK with the connection of an agency. */
async function withAgency(): Promise<HighLevel> {
	const { position } = sandbox.state.random;
	const session = sandbox.oauth.grant({ userType: 'Company' });
	sandbox.state.random.position = position;
	return plain((await sdkWithOAuth(sandbox, [session])).sdk);
}

/** The SDK with which each call says whose token it needs, as its guide asks for where the call itself does not. */
async function withOAuth(): Promise<HighLevel> {
	const { position } = sandbox.state.random;
	const session = sandbox.oauth.grant({ userType: 'Location' });
	// The records get the IDs that they would have without it.
	sandbox.state.random.position = position;
	const sdk = plain((await sdkWithOAuth(sandbox, [session])).sdk);
	const saying = (service: object): object =>
		new Proxy(service, {
			get: (target, name) => {
				const method = Reflect.get(target, name) as unknown;
				if (typeof method !== 'function') return method;
				return (...given: unknown[]) => {
					const padded = Array.from({ length: method.length - 1 }, (_, place) => given[place]);
					return method.apply(target, [...padded, { headers: { locationId } }]) as unknown;
				};
			},
		});
	return new Proxy(sdk, {
		get: (target, name) => {
			const part = Reflect.get(target, name) as unknown;
			return typeof part === 'object' && part !== null ? saying(part) : part;
		},
	});
}

/** What any client gets for the same request. */
async function replayed({ method, path, query, body }: RecordedRequest, token: string) {
	const search = new URLSearchParams(
		Object.entries(query).flatMap(([name, value]) =>
			[value].flat().map((one): [string, string] => [name, String(one)]),
		),
	);
	return await call(sandbox, method, search.size > 0 ? `${path}?${search}` : path, body, {
		token,
		version: '2023-02-21',
	});
}

/** Times of the server, as text or in ms, and what it numbers its answers with. */
const OF_THE_MOMENT = /"(\w*(?:At|Added|Updated|MessageDate)|traceId)":"[^"]*"|\b1[789]\d{11}\b/g;
const lasting = (answer: unknown) =>
	JSON.parse(
		JSON.stringify(answer).replace(OF_THE_MOMENT, (_, name?: string) => (name ? `"${name}":""` : '0')),
	);

/** The class of the SDK's error. */
const CLASSES: Record<number, new (...given: never[]) => Error> = {
	400: GHLValidationError,
	401: GHLAuthenticationError,
	422: GHLValidationError,
};

test('every call of the contacts service is in a case', async () => {
	const sdk = sdkWithToken(sandbox);
	const made = new Set<string>();
	const recorder = { contacts: noting(made), locations: noting(new Set()) };
	const anything = new Proxy({}, { get: () => 'x' });
	for (const { id, call: sent } of calls) {
		if (/^(contact|task|note)\./.test(id)) await sent(recorder as unknown as HighLevel, anything);
	}
	const all = Object.getOwnPropertyNames(Object.getPrototypeOf(sdk.contacts));
	expect([...made].sort()).toEqual(all.filter((name) => name !== 'constructor').sort());
});

/** A service of the SDK whose calls do nothing. */
function noting(made: Set<string>): object {
	return new Proxy({}, { get: (_, name) => async () => made.add(String(name)) });
}

describe.each(calls)('the SDK for $id, $what', ({ id, call: sent }) => {
	test('gives what the sandbox answers, with a private token and with OAuth', async () => {
		const prepared = prepare(id);
		const given = await sent(
			plain(sdkWithToken(sandbox, { privateIntegrationToken: tokenFor(id) })),
			prepared,
		);
		const request = sandbox.requests.at(-1) as RecordedRequest;
		expect(request.status).toBeLessThan(300);

		prepare(id);
		const { body } = await replayed(request, tokenFor(id));
		expect(lasting(given)).toEqual(lasting(body));

		prepare(id);
		const isOfAgency = OF_AGENCIES.includes(id);
		const connected = await (isOfAgency ? withAgency() : withOAuth());
		if (WITHOUT_OAUTH_TOKEN.test(id)) {
			await expect(sent(connected, prepared)).rejects.toMatchObject({ statusCode: 401 });
			expect(sandbox.requests.at(-1)?.token).toBeUndefined();
			return;
		}
		expect(lasting(await sent(connected, prepared))).toEqual(lasting(body));
		expect(sandbox.requests.at(-1)?.token?.kind).toBe(isOfAgency ? 'agency oauth' : 'location oauth');
	});

	test('throws the status and the message of a refusal', async () => {
		const prepared = prepare(id);
		const unknown = Object.fromEntries(Object.keys(prepared).map((name) => [name, 'nobody']));
		const withToken = (token: string) => plain(sdkWithToken(sandbox, { privateIntegrationToken: token }));
		const ofNobody = [
			{ token: tokenFor(id), ids: unknown, connected: () => withToken(tokenFor(id)) },
			...(WITHOUT_OAUTH_TOKEN.test(id) ? [] : [{ token: DEMO.token, ids: unknown, connected: withOAuth }]),
		];
		const ways = [
			...['pit-garbage', DEMO.readOnlyToken].map((token) => ({
				token,
				ids: prepared,
				connected: () => withToken(token),
			})),
			...(Object.keys(prepared).length > 0 ? ofNobody : []),
		];
		for (const { token, ids, connected } of ways) {
			prepare(id);
			const outcome = await sent(await connected(), ids).then(
				() => undefined,
				(error: unknown) => error,
			);
			const request = sandbox.requests.at(-1) as RecordedRequest;
			prepare(id);
			const { status, body } = await replayed(request, token);
			if (status < 300) {
				expect(outcome).toBeUndefined();
				continue;
			}
			expect(outcome).toMatchObject({ statusCode: status, message: body.message });
			if (CLASSES[status]) expect(outcome).toBeInstanceOf(CLASSES[status]);
		}
	});
});
