import { secretOf, withoutBlanks } from '../../../core/account/credentialTexts';
import { Failure } from '../../../core/failure';
import type { RequestContext } from '../../../core/sending/http';
import { transmit } from '../../../core/sending/http';
import { secretsIn } from '../../../core/account/masking';
import type { Access } from './index';
import { baseUrlOf, fingerprint } from './baseUrl';

const CREDENTIAL = 'goHighLevelPrivateIntegrationApi';

/** A private integration token and the location that it belongs to. */
export async function privateIntegrationAccess(context: RequestContext): Promise<Access> {
	const credential = await context.getCredentials<{ token?: string; locationId?: string; baseUrl?: string }>(
		CREDENTIAL,
	);
	const locationId = withoutBlanks(credential.locationId);
	if (locationId === '') {
		throw new Failure(
			'The HighLevel credential has no location',
			'Open the credential and enter the Location ID (HighLevel: Settings > Business Profile).',
		);
	}
	const baseUrl = baseUrlOf(credential.baseUrl);
	const token = secretOf(credential.token, 'token', 'HighLevel');
	const secrets = secretsIn(credential);
	return {
		baseUrl,
		locationId,
		budgetKey: `${fingerprint(baseUrl, token)}/${locationId}`,
		send: async (request, signal) => await transmit(context, CREDENTIAL, request, { secrets, signal }),
	};
}
