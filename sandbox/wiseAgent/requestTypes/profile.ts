import type { RequestType } from '../requestType';

/** The account itself. */
export const profileTypes: RequestType[] = [
	{ name: 'getUser', verb: 'GET', scopes: ['profile'], answer: ({ state }) => [state.home.user] },
	// Not documented; Wise Agent's own plugin for WordPress calls it.
	{ name: 'user', verb: 'GET', scopes: ['profile'], answer: ({ state }) => [state.home.user] },
	{
		name: 'getPipelines',
		verb: 'GET',
		scopes: ['profile'],
		answer: ({ state }) => [...state.pipelines.values()].map(({ id, name }) => ({ id, name })),
	},
	{
		name: 'getLoginToken',
		verb: 'GET',
		scopes: ['profile'],
		// A text, not JSON.
		answer: ({ state, baseUrl, parameters }) => {
			const page = parameters.text('page');
			const url = new URL('/secure/login_secure', baseUrl);
			url.searchParams.set('accesstoken', state.random.hex(32));
			if (page !== '') url.searchParams.set('page', page);
			return url.href;
		},
	},
	{
		name: 'getTeam',
		verb: 'GET',
		scopes: ['team'],
		answer: ({ state }) =>
			[...state.team.values()].map(({ InsideTeamId, Name, Phone, Cell, Email, JobTitle }) => ({
				InsideTeamId,
				Name,
				Phone,
				Cell,
				Email,
				JobTitle,
			})),
	},
	{
		name: 'getOutsideTeam',
		verb: 'GET',
		scopes: ['team'],
		answer: ({ state }) => [...state.outsideTeam.values()],
	},
	{
		name: 'getSources',
		verb: 'GET',
		scopes: ['contacts'],
		answer: ({ state }) => [...state.sources.values()].map(({ ID, Name }) => ({ ID, Name })),
	},
];
