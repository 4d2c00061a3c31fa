/** What the sandbox stores about Marketplace apps and who let them in. Times are ms since the epoch unless told. */

export type UserType = 'Location' | 'Company';

/** A Marketplace app as its developer registered it. */
export interface AppRecord {
	/** `<app id>-<8 characters>`; the app id is 24 hexadecimal digits. */
	clientId: string;
	clientSecret: string;
	name: string;
	/** A private app is installed through a link that names its version as well. */
	visibility: 'public' | 'private';
	/** Whether an agency may install it for its locations at once. */
	bulkInstallable: boolean;
	scopes: readonly string[];
	/** Compared exactly, except for the port of an address on this machine (RFC 8252, 7.3). */
	redirectUris: readonly string[];
}

/** That an app is installed in a location, or by an agency. */
export interface InstallRecord {
	/** `<app id> <location or company id>` */
	id: string;
	appId: string;
	companyId: string;
	/** Null for the installation by the agency itself. */
	locationId: string | null;
	/** The person who installed it. */
	userId: string;
	/** ISO 8601. */
	installedAt: string;
}

/** Whom a code, a refresh token or an access token speaks for. */
export interface Holder {
	clientId: string;
	companyId: string;
	/** Null for an agency. */
	locationId: string | null;
	scopes: readonly string[];
	userId: string;
}

export interface CodeRecord extends Holder {
	code: string;
	redirectUri: string;
	expiresAtMs: number;
}

export interface RefreshTokenRecord extends Holder {
	token: string;
	/** 24 hexadecimal digits; shown beside the token. */
	id: string;
	expiresAtMs: number;
	/** When it was used first; null while it is unused. */
	usedAtMs: number | null;
}

/** The part of a client id before the dash, which is also the id of the app's only version. */
export function appIdOf(clientId: string): string {
	return clientId.split('-')[0] ?? '';
}

export function installId(appId: string, resourceId: string): string {
	return `${appId} ${resourceId}`;
}

export function userTypeOf({ locationId }: Pick<Holder, 'locationId'>): UserType {
	return locationId === null ? 'Company' : 'Location';
}
