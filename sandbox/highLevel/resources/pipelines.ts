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

/** Stages of the demo location, in their order. */
export const BUYER_STAGES = {
	inquiry: 'psInquiry000N3o4P5q6',
	viewing: 'psViewing000R7s8T9u0',
	offer: 'psOffer00000V1w2X3y4',
};
export const SELLER_STAGES = {
	valuation: 'psValuation0E7f8G9h0',
	listed: 'psListed0000J1k2L3m4',
	underOffer: 'psUnderOffer0N5o6P7q',
	sold: 'psSold000000R8s9T0u1',
};

/** Source: official specifications, opportunities; the keys of a stage, which they leave open, as public clients read
 * them. */
export const pipelines: Resource<PipelineRecord, 'buyers' | 'sellers'> = {
	called: 'Pipeline',
	path: '/opportunities/pipelines',
	scope: 'opportunities',
	under: 'locationId',
	empty: {
		showInFunnel: true,
		showInPieChart: true,
		useOpportunityProbability: false,
		colorRenderMode: 'dot',
	},
	view: ({ useOpportunityProbability, ...pipeline }, { version }) =>
		version === 'v3' ? { ...pipeline, useOpportunityProbability } : pipeline,
	answers: { many: (pipelines) => ({ pipelines }) },
	list: { query: locationQuery },
	demo: {
		buyers: {
			id: 'plBuyers0000J9k0L1m2',
			name: 'Buyers',
			stages: stagesOf([
				[BUYER_STAGES.inquiry, 'Inquiry'],
				[BUYER_STAGES.viewing, 'Viewing'],
				[BUYER_STAGES.offer, 'Offer'],
			]),
		},
		sellers: {
			id: 'plSellers000A3b4C5d6',
			name: 'Sellers',
			stages: stagesOf([
				[SELLER_STAGES.valuation, 'Valuation'],
				[SELLER_STAGES.listed, 'Listed'],
				[SELLER_STAGES.underOffer, 'Under offer'],
				[SELLER_STAGES.sold, 'Sold'],
			]),
		},
	},
};

function stagesOf(named: ReadonlyArray<[id: string, name: string]>): PipelineStage[] {
	return named.map(([id, name], position) => ({
		id,
		name,
		position,
		showInFunnel: true,
		showInPieChart: true,
	}));
}
