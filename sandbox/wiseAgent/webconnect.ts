import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RecordedRequest } from '../shared/requestLog';
import type { Hub } from './hub';
import type { SandboxSettings } from './options';
import type { RequestType } from './requestType';
import { REQUEST_TYPES } from './requestTypes';
import type { Form } from './wire/form';
import { formOf } from './wire/form';
import { Parameters } from './wire/parameters';
import { lowerError, permissionDenied, scopeMissing } from './wire/refusal';
import { respond } from './wire/respond';

/** Almost everything goes through this one address. Source: official API page. */
const PATH = '/http/webconnect.asp';

/** Serves the API. The order of the checks, which is not documented: credential, request type, verb, scope. */
export function serveWebconnect(app: FastifyInstance, hub: Hub): void {
	app.route({
		method: ['GET', 'POST', 'PUT', 'DELETE'],
		url: PATH,
		handler: (request, reply) => {
			const query = queryOf(request);
			const form = request.method === 'GET' ? [] : formOf(request.body);
			const parameters = new Parameters(query, form);
			const described = {
				query: Object.fromEntries(query),
				requestType: parameters.text('requestType'),
				...(form.length > 0 ? { body: Object.fromEntries(form) } : {}),
			};
			return respond(hub, request, reply, described, (entry) => answer(hub, request, parameters, entry));
		},
	});
}

function queryOf({ url }: FastifyRequest): Form {
	return [...new URLSearchParams(url.split('?').slice(1).join('?'))];
}

function answer(
	hub: Hub,
	request: FastifyRequest,
	parameters: Parameters,
	entry: RecordedRequest,
): object | string {
	const { state, settings, url: baseUrl } = hub;
	const token = hub.oauth.authenticate(request.headers.authorization);
	if (!token) throw permissionDenied(settings.permissionDeniedStatus);
	entry.token = { kind: 'access token', last4: token.token.slice(-4) };
	const call = { state, settings, parameters, baseUrl };
	const type = requestTypeOf(hub, request.method, parameters);
	checkScopes(type, token.scopes, settings);
	return state.together('api', () => type.answer(call));
}

function checkScopes(
	type: RequestType,
	granted: readonly string[],
	settings: Readonly<SandboxSettings>,
): void {
	const scopes = typeof type.scopes === 'function' ? type.scopes(settings) : type.scopes;
	const missing = scopes.filter((scope) => !granted.includes(scope));
	const isOpen = type.needsAll ? missing.length === 0 : missing.length < scopes.length;
	if (!isOpen) throw scopeMissing(settings.missingScopeStatus, scopes.join(type.needsAll ? ' and ' : ' or '));
}

/** The official page writes `Content` and `content`, so the case of a name does not matter.
 * @throws Refusal; no source shows the texts */
function requestTypeOf(hub: Hub, method: string, parameters: Parameters): RequestType {
	const name = parameters.text('requestType');
	const named = REQUEST_TYPES.filter(
		(type) =>
			type.name.toLowerCase() === name.toLowerCase() && (type.isServed?.(hub.settings, parameters) ?? true),
	);
	if (named.length === 0) throw lowerError(name === '' ? 'Missing requestType' : 'Invalid requestType');
	const type = named.find(({ verb }) => verb === method);
	if (type) return type;
	const [only] = named;
	if (hub.settings.strictVerbs || named.length > 1 || !only) throw lowerError('Invalid request method');
	return only;
}
