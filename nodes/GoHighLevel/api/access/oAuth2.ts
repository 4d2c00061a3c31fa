import { credentialId } from '../../../core/account/credentialTexts';
import { Failure } from '../../../core/failure';
import type { RequestContext } from '../../../core/sending/http';
import { transmitAs } from '../../../core/sending/http';
import type { Memory } from '../../../core/account/account';
import { allAccounts } from '../../../core/account/registry';
import { orCancelled, throwIfCancelled } from '../../../core/wait';
import type { Access, AgencyAccess } from './access';
import { exchangeForLocation } from './agency';
import { baseUrlOf, fingerprint } from './baseUrl';
import { HIGHLEVEL_SERVICE } from '../service';
import { LocationTokens } from './locationTokens';
import { isTokenRefused, RefreshingSender } from './refreshing';
import { ageOfOAuth2 } from './tokenAge';

const CREDENTIAL = 'goHighLevelOAuth2Api';

/** What n8n keeps of an OAuth2 connection; only what is looked at. */
interface Connection {
	baseUrl?: string;
	clientId?: string;
	oauthTokenData?: {
		access_token?: string;
		userType?: string;
		locationId?: string;
		companyId?: string;
		/** Separated by spaces. */
		scope?: string;
	};
}

const sender = new RefreshingSender(CREDENTIAL);

/** Kept with the agency: all executions share the tokens of its locations. */
const LOCATION_TOKENS: Memory<LocationTokens> = {
	name: 'location tokens',
	create: () => new LocationTokens(),
};

/**
 * A connection by OAuth2: to one location, or to an agency, whose token is exchanged for one of the location.
 *
 * @param chosen the location that the node names; empty for the connected one
 * @param wholeAccount whether an agency may be opened without a location
 */
export async function oAuth2Access(
	context: RequestContext,
	chosen: string,
	wholeAccount: boolean,
): Promise<Access> {
	const { access, locationId, agency } = await openConnection(context);
	if (agency) {
		if (chosen !== '') return locationAccess(context, agency, chosen);
		if (wholeAccount) return { ...agency, agency };
		throw noLocation();
	}
	if (chosen !== '' && chosen !== locationId) throw otherLocation(chosen, locationId);
	return access;
}

/** The agency itself, for listing its locations. Throws a `Failure` when the connection is to a location. */
export async function openAgency(context: RequestContext): Promise<AgencyAccess> {
	const { agency, locationId } = await openConnection(context);
	if (agency) return agency;
	throw new Failure(
		`This connection is to the location ${locationId}, not to an agency`,
		'Leave Location empty: the connected one is used.',
	);
}

async function openConnection(
	context: RequestContext,
): Promise<{ access: Access; locationId: string; agency?: AgencyAccess }> {
	const credential = await context.getCredentials<Connection>(CREDENTIAL);
	const { baseUrl: url, clientId = '', oauthTokenData: token } = credential;
	if (!token?.access_token) {
		throw new Failure(
			'The HighLevel credential is not connected yet',
			'Open the credential and click Connect. Nothing was sent.',
		);
	}
	const baseUrl = baseUrlOf(url);
	const isAgency = token.userType === 'Company';
	const locationId = isAgency ? '' : (token.locationId ?? '');
	const companyId = token.companyId ?? '';
	const application = fingerprint(baseUrl, clientId);
	const account = allAccounts().of(HIGHLEVEL_SERVICE, `${application}/${isAgency ? companyId : locationId}`);
	account.secrets.learn(credential, credentialId(context, CREDENTIAL));
	const access: Access = {
		baseUrl,
		locationId,
		account,
		grantedScopes: token.scope?.split(/[\s,]+/).filter(Boolean),
		token: ageOfOAuth2(token.access_token),
		send: async (request, signal) => await sender.send(context, request, { account, signal }),
	};
	const appId = clientId.split('-')[0] ?? '';
	return { access, locationId, ...(isAgency ? { agency: { ...access, companyId, appId } } : {}) };
}

function locationAccess(context: RequestContext, agency: AgencyAccess, locationId: string): Access {
	const application = agency.account.key.split('/')[0] as string;
	const account = allAccounts().of(HIGHLEVEL_SERVICE, `${application}/${locationId}`);
	account.secrets.include(agency.account.secrets);
	const locationTokens = agency.account.memory(LOCATION_TOKENS);
	// Its tokens open nothing for another credential, nor after it was connected again with other scopes.
	const holder = fingerprint(credentialId(context, CREDENTIAL), ...(agency.grantedScopes ?? []));
	const key = `${locationId}/${holder}`;
	return {
		...agency,
		locationId,
		account,
		send: async (request, signal) => {
			const exchange = async () => await exchangeForLocation(agency, locationId, signal);
			const options = { account, signal };
			const token = await waitFor(async () => await locationTokens.of(key, exchange), signal);
			const outcome = await transmitAs(context, token.accessToken, request, options);
			if (!isTokenRefused(outcome)) return outcome;
			const next = await waitFor(async () => await locationTokens.replace(key, token, exchange), signal);
			return next ? await transmitAs(context, next.accessToken, request, options) : outcome;
		},
	};
}

/** What is waited for may be the exchange of another execution, which a cancelled one leaves. */
async function waitFor<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	throwIfCancelled(signal);
	return await orCancelled(work(), signal);
}

function otherLocation(chosen: string, own: string): Failure {
	return new Failure(
		`This connection is to the location ${own}, and the node asks for ${chosen}`,
		'Leave Location empty, or use a credential that is connected to that location or to its agency.',
		{ field: 'locationId' },
	);
}

function noLocation(): Failure {
	return new Failure(
		'This connection is to an agency, and no location is chosen',
		'Choose the location in the node, or connect the credential again from within the sub-account.',
		{ field: 'locationId' },
	);
}
