import type { InstallRecord } from '../oauth/records';
import { appIdOf, userTypeOf } from '../oauth/records';
import type { Issued } from '../oauth/oauth';
import type { ApiVersion } from '../wire/versions';

/** Tokens as POST /oauth/token answers them under a dated version. */
export interface TokenAnswer {
	access_token: string;
	token_type: 'Bearer';
	/** s */
	expires_in: number;
	refresh_token: string;
	refreshTokenId: string;
	/** Separated by spaces. */
	scope: string;
	userType: 'Location' | 'Company';
	companyId: string;
	/** For a location only. */
	locationId?: string;
	userId: string;
	isBulkInstallation: boolean;
	/** These three for a company only. */
	approvedLocations?: string[];
	installToFutureLocations?: boolean;
	approveAllLocations?: boolean;
}

/**
 * @param installs what the company has installed
 * Source: official v2 specification, oauth, and the official page's example for `refreshTokenId`
 */
export function tokenAnswer(issued: Issued, installs: ReadonlyArray<Readonly<InstallRecord>>): TokenAnswer {
	const { holder } = issued;
	const appId = appIdOf(holder.clientId);
	const approved = installs.flatMap((install) =>
		install.appId === appId && install.locationId !== null ? [install.locationId] : [],
	);
	return {
		...pair(issued),
		refreshTokenId: issued.refreshTokenId,
		scope: holder.scopes.join(' '),
		userType: userTypeOf(holder),
		companyId: holder.companyId,
		userId: holder.userId,
		...(holder.locationId === null
			? {
					isBulkInstallation: true,
					approvedLocations: approved,
					installToFutureLocations: false,
					approveAllLocations: true,
				}
			: { locationId: holder.locationId, isBulkInstallation: false }),
	};
}

/** Tokens as the exchange of an agency's token for a location's answers them under a dated version.
 * Source: official v2 specification, oauth; `refresh_token`, `userType` and `companyId` as measured. */
export function locationTokenAnswer(issued: Issued): Record<string, unknown> {
	const { holder } = issued;
	const appId = appIdOf(holder.clientId);
	return {
		...pair(issued),
		scope: holder.scopes.join(' '),
		userType: userTypeOf(holder),
		companyId: holder.companyId,
		locationId: holder.locationId,
		userId: holder.userId,
		appId,
		versionId: appId,
	};
}

const CAMEL_CASE: Readonly<Record<string, string>> = {
	access_token: 'accessToken',
	token_type: 'tokenType',
	expires_in: 'expiresIn',
	refresh_token: 'refreshToken',
};

/** The answer with the names that a version uses: v3 writes all of them in camel case. */
export function namedFor(version: ApiVersion, answer: object): object {
	if (version === 'dated') return answer;
	return Object.fromEntries(Object.entries(answer).map(([name, value]) => [CAMEL_CASE[name] ?? name, value]));
}

function pair({ accessToken, refreshToken, expiresInS }: Issued) {
	return {
		access_token: accessToken,
		token_type: 'Bearer' as const,
		expires_in: expiresInS,
		refresh_token: refreshToken,
	};
}
