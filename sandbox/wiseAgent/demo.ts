/**
 * Constants of the seed state: what a demo or a test needs to know to talk to a fresh sandbox.
 * The secrets open nothing but the sandbox.
 */
export const DEMO = {
	/** All scopes; never expires. */
	accessToken: 'wa-demo-access-token-0001',
	/** An app that has a secret, as Wise Agent's support registers them. */
	app: {
		clientId: '5a4db0c5-0001-4000-8000-00000000aa01',
		clientSecret: 'demo-secret-of-the-sandbox-0001',
	},
	/** An app without a secret: its codes need PKCE. */
	publicApp: { clientId: '5a4db0c5-0002-4000-8000-00000000aa02' },
	/** Of the account; opens nothing but the list of visited websites. */
	apikey: 'demo0apikey0of0the0sandbox000001',
	user: { First: 'Dana', Last: 'Whitfield', Email: 'dana@saguarohomes.example' },
	/** Inside team: the agent, a buyer's agent, an assistant. */
	team: { dana: 1, miguel: 98, priya: 112 },
	outsideTeam: { lender: 'sam@desertlending.example', title: 'title@mesatitle.example' },
	categories: { buyer: 'Buyer', seller: 'Seller', pastClient: 'Past Client', sphere: 'Sphere of Influence' },
	sources: { zillow: 'Zillow', website: 'Website', referral: 'Referral', openHouse: 'Open House' },
} as const;
