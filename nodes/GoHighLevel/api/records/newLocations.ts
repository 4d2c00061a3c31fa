import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import { record } from '../answers';
import type { HighLevelClient } from '../client';
import { createOnce } from '../creating';
import type { Location } from '../locations';
import { getLocation } from '../locations';
import { request } from '../request';
import { searchLocations } from './reachableLocations';

/** The settings of a new location, under the API's own names. */
export interface NewLocation extends IDataObject {
	name: string;
	/** E.164 */
	phone?: string;
	/** ISO 3166-1 alpha-2 */
	country?: string;
	/** All three, or none. */
	prospectInfo?: { firstName: string; lastName: string; email: string };
}

/**
 * Creates a location in the agency that is connected, once. HighLevel does not say when a location was added, so the
 * locations are read before. Throws a `Failure` that says so where the token is not an agency's.
 */
export const createLocation = request(
	{
		endpoint: 'POST /locations/',
		scopes: ['locations.write'],
		further: [searchLocations, getLocation],
	},
	(path) =>
		async (api: HighLevelClient, fields: NewLocation): Promise<Location> => {
			// A private token does not tell its agency; the location that its credential names does.
			const companyId = api.access.agency?.companyId ?? (await getLocation(api)).companyId;
			return await createOnce<Location>(api, {
				path: path(),
				body: { ...fields, companyId },
				recordIn: record<Location>(),
				list: async () => await searchLocations(api),
				isSame: ({ name }) => name === fields.name,
			}).catch(explained);
		},
);

function explained(error: unknown): never {
	if (!(error instanceof Failure) || ![401, 403].includes(error.details.httpCode ?? 0)) throw error;
	throw new Failure(
		`A location can only be created with the connection of an agency. ${error.message}`,
		`With OAuth2, connect the agency with the scope ${createLocation.scopes.join(', ')} and leave Location empty. With a private integration, use one that was created under Settings > Private Integrations of the agency.`,
		{ ...error.details, scopes: [...createLocation.scopes] },
	);
}
