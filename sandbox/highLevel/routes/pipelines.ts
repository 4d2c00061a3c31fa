import type { ApiRoute } from '../wire/apiRoute';
import { locationQuery } from '../schemas/location';
import { locationOf } from './lookups';

/** Pipelines of a location. Source: official specifications, opportunities; the keys of a stage, which they leave
 * open, as public clients read them. */
export const pipelineRoutes: ApiRoute[] = [
	{
		method: 'GET',
		path: '/opportunities/pipelines',
		scope: 'opportunities.readonly',
		locationInQuery: true,
		query: locationQuery,
		answer: (call) => {
			const pipelines = call.state.pipelines.inGroup(locationOf(call).id);
			return {
				pipelines: pipelines.map(({ useOpportunityProbability, ...pipeline }) =>
					call.version === 'v3' ? { ...pipeline, useOpportunityProbability } : pipeline,
				),
			};
		},
	},
];
