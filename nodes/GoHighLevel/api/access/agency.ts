import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import { path } from '../../../core/path';
import type { ClientOptions } from '../client';
import { HighLevelClient } from '../client';
import type { Access } from './index';
import type { LocationToken } from './locationTokens';

/** An agency's connection: what a location's token is exchanged with. */
export interface AgencyAccess extends Access {
	companyId: string;
	/** The app, by the part of the client id before the dash. */
	appId: string;
	/** Of the credential: what nobody may read. */
	secrets: readonly string[];
}

const TIMEOUT_MS = 30_000;

/** Gets a token of one location. Throws a `Failure` when the app is not installed there. */
export async function exchangeForLocation(
	agency: AgencyAccess,
	locationId: string,
	signal?: AbortSignal,
): Promise<LocationToken> {
	const client = new HighLevelClient(agency, { scopes: ['oauth.write'], timeoutMs: TIMEOUT_MS, signal });
	const { companyId } = agency;
	const answer = await client
		.postForm<{ access_token: string; expires_in?: number }>(path`/oauth/locationToken`, {
			companyId,
			locationId,
		})
		.catch((error: unknown) => explain(error, locationId));
	return { accessToken: answer.access_token, expiresAt: Date.now() + (answer.expires_in ?? 3600) * 1000 };
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
export async function installedLocations(
	agency: AgencyAccess,
	{ query, skip, limit }: { query?: string; skip: number; limit: number },
	options: Omit<ClientOptions, 'scopes'> = { timeoutMs: TIMEOUT_MS },
): Promise<InstalledLocation[]> {
	const client = new HighLevelClient(agency, { ...options, scopes: ['oauth.readonly'] });
	const { locations } = await client.get<{ locations?: InstalledLocation[] }>(
		path`/oauth/installedLocations`,
		{
			companyId: agency.companyId,
			appId: agency.appId,
			isInstalled: true,
			skip: String(skip),
			limit: String(limit),
			...(query ? { query } : {}),
		},
	);
	if (!locations) throw client.notHighLevel();
	return locations;
}
