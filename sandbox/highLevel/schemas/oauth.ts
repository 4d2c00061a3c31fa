import type { ApiVersion } from '../wire/versions';
import type { JsonSchema } from '../../shared/jsonSchema';
import { closedObject, count, filledText, flag, text } from '../../shared/jsonSchema';

/** `client_credentials` is documented as well, but not what it would give. */
const grantType: JsonSchema = {
	type: 'string',
	minLength: 1,
	enum: ['authorization_code', 'refresh_token'],
	refusal: 'must be a valid enum value',
};
const userType: JsonSchema = {
	type: 'string',
	enum: ['Company', 'Location'],
	refusal: 'must be a valid enum value',
};

/** Further parameters are passed over, as RFC 6749 wants it. */
export const tokenBody: Record<ApiVersion, JsonSchema> = {
	dated: {
		type: 'object',
		properties: {
			client_id: filledText,
			client_secret: filledText,
			grant_type: grantType,
			code: text,
			refresh_token: text,
			user_type: userType,
			redirect_uri: text,
		},
		required: ['client_id', 'client_secret', 'grant_type'],
	},
	v3: {
		type: 'object',
		properties: {
			clientId: filledText,
			clientSecret: filledText,
			grantType,
			code: text,
			refreshToken: text,
			userType,
			redirectUri: text,
		},
		required: ['clientId', 'clientSecret', 'grantType'],
	},
};

export const locationTokenBody = closedObject({ companyId: filledText, locationId: filledText }, [
	'companyId',
	'locationId',
]);

/** `onTrial`, `planId` and `restrictToUserLocations` are accepted and do nothing: no app is paid for here. */
const filters = {
	query: text,
	isInstalled: flag,
	companyId: filledText,
	appId: filledText,
	versionId: text,
	onTrial: flag,
	planId: text,
	locationId: text,
};

export const installedLocationsQuery = closedObject({ ...filters, skip: count(0), limit: count(1, 100) }, [
	'companyId',
	'appId',
]);

export const installedLocationsQueryV3 = closedObject(
	{ ...filters, restrictToUserLocations: flag, pageSize: count(1, 100), pageToken: text },
	['companyId', 'appId'],
);
