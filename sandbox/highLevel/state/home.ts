/** Whose sandbox it is: the sub-account where a person on the page is signed in, and the app that n8n connects with.
 * Whoever fills the store names them. */
export interface Home {
	companyId: string;
	locationId: string;
	/** Of the location's private integration. */
	token: string;
	/** What a token may do unless told. */
	scopes: readonly string[];
	/** The app whose webhooks are sent. */
	app: { id: string; clientId: string; clientSecret: string };
	/** All constants of the seed, for other processes. */
	constants: object;
}
