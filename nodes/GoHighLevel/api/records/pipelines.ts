import type { IDataObject } from 'n8n-workflow';

import { Cancelled } from '../../../core/failure';
import { isObject } from '../../../core/values/objects';
import { plainText } from '../../../core/values/texts';
import type { HighLevelClient } from '../client';
import { undefinedWhenRefused } from '../errors';
import { knownList, notPartOf } from '../knownList';
import type { Opportunity } from '../opportunities/opportunity';
import { kindOf } from './kit';

/** A pipeline as HighLevel answers it; only what this package looks at is named. */
export interface Pipeline extends IDataObject {
	id: string;
	name: string;
}

export interface Stage {
	id: string;
	name: string;
}

const pipeline = kindOf<Pipeline, 'pipelineId'>({
	path: '/opportunities/pipelines',
	id: 'pipelineId',
	many: 'pipelines',
	read: 'opportunities.readonly',
});

const list = pipeline.list();

export const pipelines = { list };

const known = knownList('pipelines', async (api: HighLevelClient, _: 'all') => await list(api, {}));

/** The stages of a pipeline. The specification leaves open what one consists of; public clients read `id` and `name`. */
export function stagesOf({ stages }: Pipeline): Stage[] {
	if (!Array.isArray(stages)) return [];
	return (stages as unknown[]).filter(isObject).flatMap(({ id, name }) => {
		const text = plainText(id);
		return text === '' ? [] : [{ id: text, name: plainText(name) || text }];
	});
}

/** Where an opportunity is. */
export interface PlaceInPipeline {
	pipelineId?: string;
	pipelineStageId?: string;
}

/**
 * The place that is asked for, with the pipeline of its stage where none is named. Throws a `Failure` for a pipeline
 * that the location does not have, and for a stage that the pipeline does not have; a token that may not read pipelines
 * leaves that to HighLevel.
 *
 * @param named says how the panel calls a field
 */
export async function placeOf(
	api: HighLevelClient,
	{ pipelineId, pipelineStageId }: PlaceInPipeline,
	named: { label: (name: string) => string },
): Promise<PlaceInPipeline> {
	const place = { pipelineId, pipelineStageId };
	if (pipelineId === undefined && pipelineStageId === undefined) return {};
	const all = await known
		.having(api, 'all', (pipelines) => pipelineAt(pipelines, place) !== undefined)
		.catch(undefinedWhenRefused);
	if (!all) return place;
	const found = pipelineAt(all, place);
	if (found) return { ...place, pipelineId: found.id };
	const chosen = all.find(({ id }) => id === pipelineId);
	if (chosen) {
		const whole = `the pipeline "${chosen.name}"`;
		throw notPartOf(whole, {
			label: named.label('pipelineStageId'),
			id: pipelineStageId,
			choices: stagesOf(chosen),
		});
	}
	throw pipelineId === undefined
		? notPartOf('this location', {
				label: named.label('pipelineStageId'),
				id: pipelineStageId,
				choices: all.flatMap(stagesOf),
			})
		: notPartOf('this location', { label: named.label('pipelineId'), id: pipelineId, choices: all });
}

function pipelineAt(pipelines: Pipeline[], { pipelineId, pipelineStageId }: PlaceInPipeline) {
	return pipelines.find(
		(one) =>
			(pipelineId === undefined || one.id === pipelineId) &&
			(pipelineStageId === undefined || stagesOf(one).some(({ id }) => id === pipelineStageId)),
	);
}

/**
 * Adds `pipelineName` and `pipelineStageName` to opportunities, as far as they are known; a token that may not read
 * pipelines gets the opportunities as they are.
 */
export async function withPipelineNames<T extends Opportunity>(
	api: HighLevelClient,
	opportunities: T[],
): Promise<T[]> {
	if (opportunities.length === 0) return opportunities;
	const all = await known
		.having(api, 'all', (pipelines) => opportunities.every((one) => pipelineAt(pipelines, one) !== undefined))
		.catch(undefinedWhenRefused);
	return all ? opportunities.map((one) => ({ ...one, ...namesIn(all, one) })) : opportunities;
}

/** The same of an opportunity that was written: where the names cannot be read, it stays as it is. */
export async function withPipelineNamesOfWritten<T extends Opportunity>(
	api: HighLevelClient,
	written: T,
): Promise<T> {
	const [named = written] = await withPipelineNames(api, [written]).catch((error: unknown) => {
		if (error instanceof Cancelled) throw error;
		return [written];
	});
	return named;
}

function namesIn(pipelines: Pipeline[], { pipelineId, pipelineStageId }: Opportunity): IDataObject {
	const found = pipelines.find(({ id }) => id === pipelineId);
	const stage = found && stagesOf(found).find(({ id }) => id === pipelineStageId);
	return {
		...(found ? { pipelineName: found.name } : {}),
		...(stage ? { pipelineStageName: stage.name } : {}),
	};
}
