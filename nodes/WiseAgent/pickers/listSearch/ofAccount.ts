import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { label } from '../../../core/editor/labels';
import type { Request } from '../../../core/operation/request';
import { matching } from '../../../core/editor/lists';
import { addressOf } from '../../../core/webhook/address';
import type { WiseAgentClient } from '../../api/client';
import {
	listCategories,
	listOutsideTeam,
	listPipelines,
	listPrograms,
	listSources,
	listTeam,
} from '../../api/records/lists';
import { readWebhooks, webhookOf } from '../../api/records/webhooks';
import { openForEditor } from '../openForEditor';

type ListSearch = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;

/** Lists of which Wise Agent answers all at once, and knows no search. */
function listedWhole(
	read: Request & ((api: WiseAgentClient) => Promise<IDataObject[]>),
	optionOf: (record: IDataObject) => { name: string; value: string },
): ListSearch {
	return async function (this: ILoadOptionsFunctions, filter?: string) {
		return await openForEditor(this, [read], async (api) => {
			const options = (await read(api)).map(optionOf);
			options.sort((a, b) => a.name.localeCompare(b.name, 'en'));
			return { results: matching(options, filter) };
		});
	};
}

const text = (value: unknown) => String(value ?? '').trim();

export const searchCategories = listedWhole(listCategories, ({ name }) => ({
	name: text(name),
	value: text(name),
}));

export const searchSources = listedWhole(listSources, ({ Name }) => ({
	name: text(Name),
	value: text(Name),
}));

export const searchTeam = listedWhole(listTeam, ({ InsideTeamId, Name, JobTitle }) => ({
	name: label(text(Name), text(JobTitle), text(InsideTeamId)),
	value: text(InsideTeamId),
}));

export const searchOutsideTeam = listedWhole(listOutsideTeam, ({ TeamMember, Email }) => ({
	name: label(text(TeamMember), text(Email), text(Email)),
	value: text(Email),
}));

export const searchPrograms = listedWhole(listPrograms, ({ ProgramName, ProgramID }) => ({
	name: label(text(ProgramName), undefined, text(ProgramID)),
	value: text(ProgramID),
}));

export const searchPipelines = listedWhole(listPipelines, (pipeline) => {
	const { id, name, PipelineID, PipelineName } = pipeline;
	const shown = text(name ?? PipelineName);
	return { name: shown || text(id ?? PipelineID), value: text(id ?? PipelineID) || shown };
});

export const searchWebhooks = listedWhole(readWebhooks, (raw) => {
	const { id, eventType, url } = webhookOf(raw);
	return { name: label(eventType, addressOf(url), id), value: id };
});
