import { credentialId, secretOf, withoutBlanks } from '../../../core/account/credentialTexts';
import { Failure } from '../../../core/failure';
import type { RequestContext } from '../../../core/sending/http';
import { transmitter } from '../../../core/sending/http';
import { allAccounts } from '../../../core/account/registry';
import type { Access } from './access';
import { baseUrlOf, fingerprint } from './baseUrl';
import { HIGHLEVEL_SERVICE } from '../service';

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
	const account = allAccounts().of(HIGHLEVEL_SERVICE, `${fingerprint(baseUrl, token)}/${locationId}`);
	account.secrets.learn(credential, credentialId(context, CREDENTIAL));
	return {
		baseUrl,
		locationId,
		account,
		token: { kind: 'privateIntegration' },
		send: transmitter(context, CREDENTIAL, account),
	};
}
