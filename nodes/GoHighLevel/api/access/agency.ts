import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import type { Request } from '../../../core/operation/request';
import { scopesOf } from '../../../core/operation/request';
import type { Reading } from '../answers';
import { isObject } from '../../../core/values/objects';
import { records } from '../answers';
import type { ClientOptions } from '../client';
import { HighLevelClient } from '../client';
import { request } from '../request';
import type { AgencyAccess } from './access';
import type { LocationToken } from './locationTokens';

const TIMEOUT_MS = 30_000;

/** Gets a token of one location. Throws a `Failure` when the app is not installed there. */
export async function exchangeForLocation(
	agency: AgencyAccess,
	locationId: string,
	signal?: AbortSignal,
): Promise<LocationToken> {
	const scopes = scopesOf({ requests: [locationToken] });
	const client = new HighLevelClient(agency, { scopes, timeoutMs: TIMEOUT_MS, signal });
	const { companyId } = agency;
	const { answer } = await locationToken(client, { companyId, locationId }).catch((error: unknown) =>
		explain(error, locationId),
	);
	const token = isObject(answer) ? answer.access_token : undefined;
	if (typeof token !== 'string' || token.trim() === '') throw noToken(answer, locationId);
	return { accessToken: token, expiresAt: Date.now() + lifetimeMs(answer as Record<string, unknown>) };
}

const anything: Reading<{ answer: unknown }> = (answer) => ({ answer });

const locationToken = request(
	{ endpoint: 'POST /oauth/locationToken', scopes: ['oauth.write'] },
	(path) => async (client: HighLevelClient, form: { companyId: string; locationId: string }) =>
		await client.postForm(path(), anything, form),
);

/** How long a token is good for when HighLevel does not say, in seconds. */
const USUAL_LIFETIME_S = 3600;

function lifetimeMs({ expires_in: seconds }: { expires_in?: unknown }): number {
	const lifetime = Number(seconds ?? USUAL_LIFETIME_S);
	return (lifetime > 0 && lifetime < Infinity ? lifetime : USUAL_LIFETIME_S) * 1000;
}

/** Names what came back, and nothing of its values: there may be a token among them. */
function noToken(answer: unknown, locationId: string): Failure {
	return new Failure(
		`HighLevel gave no token for the location ${locationId}: the answer has ${contentOf(answer)}`,
		'Nothing was sent to the location. Run the item again; if it stays like this, connect the credential again.',
		{ field: 'locationId' },
	);
}

function contentOf(answer: unknown): string {
	if (!isObject(answer)) return 'no fields';
	const keys = Object.keys(answer);
	return keys.length > 0 ? `no access_token, but ${keys.slice(0, 10).join(', ')}` : 'no fields';
}

/** What is refused here is the location, which the texts for records do not say. */
function explain(error: unknown, locationId: string): never {
	if (!(error instanceof Failure) || ![400, 403, 404, 422].includes(error.details.httpCode ?? 0)) throw error;
	const reason = error.message.replace(/^HighLevel refused (?:the data|access): /, '');
	throw new Failure(
		`HighLevel gives the agency no token for the location ${locationId}: ${reason}`,
		/not active/i.test(reason)
			? 'The location is paused. Activate it in HighLevel; it works again then, without connecting anew.'
			: 'Check the location in the node, and whether the app is installed in it: the list of locations shows where it is.',
		{ ...error.details, field: 'locationId' },
	);
}

/** A location in which the app is installed; only what this package looks at is named. */
export interface InstalledLocation extends IDataObject {
	_id: string;
	name: string;
	address?: string;
}

/** The locations in which the agency's app is installed, a page at a time. */
export const installedLocations: Request & ReadInstalled = request(
	{ endpoint: 'GET /oauth/installedLocations', scopes: ['oauth.readonly'] },
	(path): ReadInstalled =>
		async (agency, { query, skip, limit }, options = { timeoutMs: TIMEOUT_MS }) => {
			const scopes = scopesOf({ requests: [installedLocations] });
			const client = new HighLevelClient(agency, { ...options, scopes });
			return await client.get(path(), records<InstalledLocation>('locations'), {
				companyId: agency.companyId,
				appId: agency.appId,
				isInstalled: true,
				skip: String(skip),
				limit: String(limit),
				...(query ? { query } : {}),
			});
		},
);

type ReadInstalled = (
	agency: AgencyAccess,
	page: { query?: string; skip: number; limit: number },
	options?: Omit<ClientOptions, 'scopes'>,
) => Promise<InstalledLocation[]>;
