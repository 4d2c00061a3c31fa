import type { Resource } from '../kit/resource';
import { locationQuery } from '../schemas/location';

/** What opportunities move through. */
export interface PipelineRecord {
	id: string;
	locationId: string;
	name: string;
	stages: readonly PipelineStage[];
	showInFunnel: boolean;
	showInPieChart: boolean;
	/** Whether each stage has a probability of winning. */
	useOpportunityProbability: boolean;
	colorRenderMode: 'dot' | 'bg-tint' | 'none';
}

export interface PipelineStage {
	id: string;
	name: string;
	/** From 0. */
	position: number;
	showInFunnel: boolean;
	showInPieChart: boolean;
}

/** Source: official specifications, opportunities; the keys of a stage, which they leave open, as public clients read
 * them. */
export const pipelines: Resource<PipelineRecord> = {
	called: 'Pipeline',
	path: '/opportunities/pipelines',
	scope: 'opportunities',
	under: 'locationId',
	view: ({ useOpportunityProbability, ...pipeline }, { version }) =>
		version === 'v3' ? { ...pipeline, useOpportunityProbability } : pipeline,
	answers: { many: (pipelines) => ({ pipelines }) },
	list: { query: locationQuery },
};
