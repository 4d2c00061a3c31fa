import type { ErrorObject } from 'ajv';
import type { ApiRoute, Call } from '../wire/apiRoute';
import { notFound, wrongLocation } from '../wire/errors';
import { AipError } from '../oauth/errors';
import { appIdOf, installId } from '../oauth/records';
import type { LocationRecord } from '../state/records';
import { installedLocationsQuery, installedLocationsQueryV3 } from '../schemas/oauth';
import { validationError } from '../wire/validation';

/** The locations of an agency in which an app is installed. Source: official specifications, oauth. */
export const installedLocationRoutes: ApiRoute[] = [
	{
		method: 'GET',
		path: '/oauth/installedLocations',
		versions: ['dated'],
		scope: 'oauth.readonly',
		audience: 'agencyOAuth',
		query: installedLocationsQuery,
		answer: (call) => {
			if (!ownsApp(call)) throw notFound('App', filters(call).appId);
			const { skip = 0, limit = DEFAULT_PAGE } = call.query as { skip?: number; limit?: number };
			const found = locations(call);
			return {
				locations: found.slice(skip, skip + limit),
				count: found.length,
				installToFutureLocations: false,
			};
		},
	},
	{
		method: 'GET',
		path: '/oauth/installed-locations',
		versions: ['v3'],
		scope: 'oauth.readonly',
		audience: 'agencyOAuth',
		query: installedLocationsQueryV3,
		refuse: refuseArgument,
		answer: page,
	},
];

const DEFAULT_PAGE = 20;

interface Filters {
	companyId: string;
	appId: string;
	query?: string;
	isInstalled?: boolean;
	locationId?: string;
	versionId?: string;
}

const filters = (call: Call): Filters => call.query as unknown as Filters;

function ownsApp(call: Call): boolean {
	const { appId, versionId = appId, companyId } = filters(call);
	if (companyId !== call.token.companyId) throw wrongLocation();
	return appId === appIdOf(call.token.app ?? '') && versionId === appId;
}

interface Row {
	_id: string;
	name: string;
	address: string;
	isInstalled: boolean;
	versionId?: string;
	installedAt?: string;
}

/** Latest installation first. `isInstalled=false` lists the locations without the app; without it, and with `true`,
 * only those with it. */
function locations(call: Call): Row[] {
	const { companyId, appId, query, isInstalled = true, locationId } = filters(call);
	const wanted = query?.toLowerCase();
	return call.state.locations
		.inGroup(companyId)
		.filter(
			({ id, name }) =>
				(locationId === undefined || id === locationId) &&
				(wanted === undefined || name.toLowerCase().includes(wanted)),
		)
		.map((location) => row(call, location, appId))
		.filter((shown) => shown.isInstalled === isInstalled)
		.sort((a, b) => (b.installedAt ?? '').localeCompare(a.installedAt ?? '') || a.name.localeCompare(b.name));
}

function row(call: Call, location: Readonly<LocationRecord>, appId: string): Row {
	const { id, name, address, city, state, postalCode, country } = location;
	const install = call.state.installs.get(installId(appId, id));
	return {
		_id: id,
		name,
		address: `${address}, ${city}, ${state} ${postalCode}, ${country}`,
		isInstalled: install !== undefined,
		...(install ? { versionId: appId, installedAt: install.installedAt } : {}),
	};
}

function page(call: Call): object {
	const { appId, companyId, query, isInstalled, locationId } = filters(call);
	if (!ownsApp(call)) {
		throw new AipError(404, `The requested App '${appId}' was not found.`, {
			details: { resource: 'App', identifier: appId },
			resolution: 'Verify the App exists and you have permission to access it.',
		});
	}
	const { pageSize = DEFAULT_PAGE, pageToken } = call.query as { pageSize?: number; pageToken?: string };
	const skip = pageToken === undefined ? 0 : readToken(pageToken);
	const found = locations(call);
	const items = found.slice(skip, skip + pageSize);
	const hasNextPage = skip + items.length < found.length;
	const hasPrevPage = skip > 0;
	return {
		items,
		pagination: {
			totalRecords: found.length,
			hasNextPage,
			hasPrevPage,
			...(hasNextPage ? { nextPageToken: writeToken(skip + pageSize) } : {}),
			...(hasPrevPage ? { prevPageToken: writeToken(Math.max(0, skip - pageSize)) } : {}),
			currentPageSize: items.length,
		},
		metadata: {
			filterApplied: { companyId, appId, query, isInstalled, locationId },
			sortApplied: { installedAt: 'desc' },
		},
		installToFutureLocations: false,
	};
}

/** In the form of the specification's example. */
function writeToken(skip: number): string {
	return Buffer.from(JSON.stringify({ skip })).toString('base64url');
}

function readToken(token: string): number {
	try {
		const { skip } = JSON.parse(Buffer.from(token, 'base64url').toString()) as { skip?: unknown };
		if (Number.isInteger(skip) && Number(skip) >= 0) return Number(skip);
	} catch {
		// Refused below, like a token that says something else.
	}
	throw invalidArgument('pageToken', 'pageToken is not valid');
}

function refuseArgument(errors: readonly ErrorObject[]): AipError {
	const [first] = errors;
	const field = first?.params['missingProperty'] ?? first?.params['additionalProperty'];
	return invalidArgument(
		String(field ?? first?.instancePath.split('/')[1]),
		validationError(errors.slice(0, 1)).message,
	);
}

function invalidArgument(field: string, message: string): AipError {
	return new AipError(400, message, { details: { field }, resolution: `Send a valid ${field}.` });
}
