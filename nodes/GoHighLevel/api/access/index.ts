import { Failure } from '../../../core/failure';
import type { HttpRequest, Outcome, RequestContext } from '../../../core/sending/http';
import type { AgencyAccess } from './agency';
import { oAuth2Access } from './oAuth2';
import { privateIntegrationAccess } from './privateIntegration';

/** Whose requests these are and for which location: the one place that knows about credentials and tokens. */
export interface Access {
	/** Without a slash at the end. */
	baseUrl: string;
	/** Empty for what belongs to the agency as a whole. */
	locationId: string;
	/** The agency that is connected, where no location of it is chosen. */
	agency?: AgencyAccess;
	/** Names the request budget: HighLevel counts per application (or private token) and location. */
	budgetKey: string;
	/** The scopes that the token was given; `undefined` where HighLevel does not tell (private tokens). */
	grantedScopes?: string[];
	/** Sends with the right token, after getting a new one where that is needed. */
	send(request: HttpRequest, signal?: AbortSignal): Promise<Outcome>;
}

/**
 * Opens the credential that the node uses, for the location that an item names. Throws a `Failure` when something
 * in it is missing.
 *
 * @param locationId with OAuth2, the location chosen in the node; empty for the one that was connected
 * @param wholeAccount whether an agency may be opened without a location
 */
export async function openAccess(
	context: RequestContext,
	locationId: string,
	wholeAccount = false,
): Promise<Access> {
	const authentication = String(context.getNodeParameter('authentication', 0) ?? 'privateIntegration');
	switch (authentication) {
		case 'privateIntegration':
			return await privateIntegrationAccess(context);
		case 'oAuth2':
			return await oAuth2Access(context, locationId, wholeAccount);
		default:
			throw new Failure(
				`There is no way to connect called "${authentication}"`,
				'Choose one under "Authentication".',
			);
	}
}
