import type { Account } from '../../../core/account/account';
import type { HttpRequest, Outcome } from '../../../core/sending/http';
import type { TokenAge } from './tokenAge';

/** Whose requests these are and for which location: the one place that knows about credentials and tokens. */
export interface Access {
	/** Without a slash at the end. */
	baseUrl: string;
	/** Empty for what belongs to the agency as a whole. */
	locationId: string;
	/** The agency that is connected, where no location of it is chosen. */
	agency?: AgencyAccess;
	/** HighLevel counts requests per application (or private token) and location, so an account here is one of these. */
	account: Account;
	/** The scopes that the token was given; `undefined` where HighLevel does not tell (private tokens). */
	grantedScopes?: string[];
	/** What the token itself tells of its age. */
	token: TokenAge;
	/** Sends with the right token, after getting a new one where that is needed. */
	send: (request: HttpRequest, signal?: AbortSignal) => Promise<Outcome>;
}

/** An agency's connection: what a location's token is exchanged with. */
export interface AgencyAccess extends Access {
	companyId: string;
	/** The app, by the part of the client id before the dash. */
	appId: string;
}
