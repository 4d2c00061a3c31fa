import { Failure } from '../../../core/failure';
import type { RequestContext } from '../../../core/sending/http';
import type { Access } from './access';
import { oAuth2Access } from './oAuth2';
import { privateIntegrationAccess } from './privateIntegration';

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
