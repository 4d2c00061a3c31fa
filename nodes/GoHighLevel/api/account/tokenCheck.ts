import type { AccessCheck } from '../../../core/editor/accessChecks';
import { checked } from '../../../core/editor/accessChecks';
import type { TokenAge } from '../access/tokenAge';
import type { HighLevelClient } from '../client';

const DAY_MS = 86_400_000;

/** After so many days, HighLevel advises to rotate the token of a private integration. */
const ROTATION_DAYS = 90;

const CHECK = 'Token age';

/** How old the token is, as far as the token or this process can tell. */
export function tokenCheck({ access, account }: HighLevelClient): AccessCheck {
	return access.token.kind === 'oAuth2'
		? ofOAuth2(access.token)
		: ofPrivateIntegration(account.budget().usage.soFar().since);
}

function ofOAuth2({ issuedAt, expiresAt }: Extract<TokenAge, { kind: 'oAuth2' }>): AccessCheck {
	if (issuedAt === undefined) return checked(CHECK, 'notChecked', 'The token does not tell when it was made');
	const until = expiresAt === undefined ? '' : ` and was valid until ${iso(expiresAt)}`;
	return checked(
		CHECK,
		'ok',
		`The access token that n8n had at first was made at ${iso(issuedAt)}${until}. n8n gets a new one by itself.`,
	);
}

/** @param usedSince when this process used it first, in ms since 1970: it is at least as old as that */
function ofPrivateIntegration(usedSince: number): AccessCheck {
	const days = Math.floor((Date.now() - usedSince) / DAY_MS);
	const unknown = 'HighLevel does not tell when the token of a private integration was made';
	const known = `This n8n has used it since ${iso(usedSince)}`;
	const advice = `HighLevel advises to rotate it every ${ROTATION_DAYS} days (Settings > Private Integrations > Rotate).`;
	return days < ROTATION_DAYS
		? checked(CHECK, 'notChecked', `${unknown}. ${known}.`, advice)
		: checked(CHECK, 'failed', `${known}, which is ${days} days`, advice);
}

function iso(ms: number): string {
	return new Date(ms).toISOString();
}
