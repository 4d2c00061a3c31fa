import { DEMO, locationId } from '../support';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { ApiVersion } from '../../../../sandbox/highLevel/wire/versions';
import type { VisitEndpoint } from './visits';

const { companyId, app } = DEMO;

/** The endpoints that tokens come from, with success and each kind of refusal. */
export async function walkOAuth(
	sandbox: HighLevelSandbox,
	version: ApiVersion,
	visit: VisitEndpoint,
): Promise<void> {
	const agency = sandbox.oauth.grant({ userType: 'Company' });
	const token = (fields: Record<string, string>) => {
		const names = version === 'v3' ? camelCase : (name: string) => name;
		const all = { client_id: app.clientId, client_secret: app.clientSecret, ...fields };
		const body = Object.fromEntries(Object.entries(all).map(([name, value]) => [names(name), value]));
		return visit('POST', '/oauth/token', [], body);
	};
	await token({ grant_type: 'refresh_token', refresh_token: agency.refresh_token });
	await token({ grant_type: 'refresh_token', refresh_token: agency.refresh_token });
	const { refresh_token } = sandbox.oauth.grant({ userType: 'Location' });
	await token({ grant_type: 'refresh_token', refresh_token });
	await token({ grant_type: 'authorization_code', code: 'nonsense' });
	await token({ grant_type: 'nonsense' });

	const as = agency.access_token;
	const place = { companyId, locationId };
	const mint = version === 'v3' ? '/oauth/location-token' : '/oauth/locationToken';
	await visit('POST', mint, [], place, as);
	await visit('POST', mint, [], place, DEMO.agencyToken);
	await visit('POST', mint, [], { companyId }, as);
	sandbox.oauth.pause(locationId);
	await visit('POST', mint, [], place, as);
	sandbox.oauth.unpause(locationId);

	const list = version === 'v3' ? '/oauth/installed-locations' : '/oauth/installedLocations';
	const page = version === 'v3' ? 'pageSize=1' : 'limit=1';
	await visit('GET', `${list}?companyId=${companyId}&appId=${app.id}&${page}`, [], undefined, as);
	await visit('GET', `${list}?companyId=${companyId}&appId=abc`, [], undefined, as);
	await visit('GET', `${list}?appId=abc`, [], undefined, as);
	await visit('GET', `${list}?companyId=${companyId}&appId=${app.id}`, [], undefined, DEMO.agencyToken);
}

function camelCase(name: string): string {
	return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
