import { picked } from '../../../../core/operation/simplify';
import type { ChangedRecord } from '../../../../core/polling/changedRecords';
import { recordChanges } from '../../../../core/polling/changedRecords';
import type { ChangeSource } from '../../../../core/polling/readChanges';
import { readChanges } from '../../../../core/polling/readChanges';
import type { Aspect, WindowHead } from '../../../../core/polling/seenWindow';
import { ownValue } from '../../../../core/values/ownValue';
import { plainText, textOf } from '../../../../core/values/texts';
import type { HighLevelClient } from '../../../api/client';
import { opportunitiesChangedSince, pageByChange } from '../../../api/opportunities/changes';
import type { Opportunity } from '../../../api/opportunities/opportunity';
import { searchOpportunities } from '../../../api/opportunities/search';
import { MADE_TO_SHOW, namedOpportunities, OPPORTUNITY_SUMMARY } from '../../../api/opportunities/shown';
import { placeOf } from '../../../api/records/pipelines';
import { anyPipelineLocator, anyStageLocator } from '../../../pickers/locators';
import type { EventItem, PollEvent, PollKind, PollRun, PollSettings } from '../kind';
import { SAMPLE_SIZE, shownFor, valuesOf } from '../kind';
import { timeOf } from '../../../api/answers';

const CREATED = 'opportunityCreated';
const UPDATED = 'opportunityUpdated';
const STAGE = 'opportunityStageUpdated';
const STATUS = 'opportunityStatusUpdated';

const requests = [pageByChange, ...MADE_TO_SHOW];

const events: PollEvent[] = [
	{
		name: 'Opportunity Created',
		value: CREATED,
		description: 'An opportunity is new',
		requests,
		isOnce: true,
		tells: ({ id, contactId, createdAt }) => ({ recordId: id, contactId, at: createdAt }),
	},
	{
		name: 'Opportunity Stage Updated',
		value: STAGE,
		description: 'An opportunity was moved to another stage, of its pipeline or of another one',
		requests,
		isOnce: false,
		tells: ({ id, contactId, lastStageChangeAt, updatedAt, pipelineId, pipelineStageId }) => ({
			...{ recordId: id, contactId },
			...{ at: lastStageChangeAt ?? updatedAt, content: [pipelineId, pipelineStageId] },
		}),
	},
	{
		name: 'Opportunity Status Updated',
		value: STATUS,
		description: 'An opportunity was won, lost, abandoned or opened again',
		requests,
		isOnce: false,
		tells: ({ id, contactId, lastStatusChangeAt, updatedAt, status }) => ({
			...{ recordId: id, contactId },
			...{ at: lastStatusChangeAt ?? updatedAt, content: status },
		}),
	},
	{
		name: 'Opportunity Updated',
		value: UPDATED,
		description:
			'Something about an opportunity has changed. Comes with every change of stage and status as well.',
		requests,
		isOnce: false,
		tells: (found) => ({
			...{ recordId: found.id, contactId: found.contactId },
			...{ at: found.updatedAt, content: picked(found, CONTENT) },
		}),
	},
];

const values = valuesOf({ events });

/** Opportunities, found by the time of their change. Nothing is remembered of those that have not changed lately. */
export const opportunities: PollKind = {
	events,
	simplified: values,
	filters: [
		shownFor(values, {
			...anyPipelineLocator,
			description: 'Only opportunities that are in this pipeline now, by name from the list or by its ID',
		}),
		shownFor(values, {
			...anyStageLocator,
			description: 'Only opportunities that are in this stage now, by name from the list or by its ID',
		}),
	],
	async find({ api: any, poll, state, settings }: PollRun) {
		const api = any.needing(pageByChange);
		const part = state.part<WindowHead>('opportunities');
		const place = placeIn(settings);
		// A filter that nothing fits would never start the workflow, and nobody would know.
		if (part.head === undefined)
			await placeOf(api, place, { label: (name) => ownValue(LABELS, name) ?? name });
		const source = sourceOf(api);
		const isEnough = (found: number) => found >= settings.maxRecords || (found > 0 && poll.isHalfOver);
		const { changed, hasMore } = await recordChanges(part, settings, {
			newestChange: source.newestChange,
			readFirst: async (window) => await readChanges(window, source, { isEnough: () => false }),
			read: async (window) => await readChanges(window, source, { isEnough }),
		});
		const found = changed
			.filter(({ record }) => isWanted(record, settings))
			.flatMap((one) => eventsOf(one).map((event) => ({ event, record: one.record })));
		return { items: await itemsOf(api, found, settings), hasMore };
	},
	async sample(api, settings, event) {
		const found = await samplesOf(api, settings, event);
		return await itemsOf(
			api,
			found.map((record) => ({ event, record })),
			settings,
		);
	},
};

/** Of stage and status, those that have changed, among those that changed last. */
async function samplesOf(
	any: HighLevelClient,
	settings: PollSettings,
	event: string,
): Promise<Opportunity[]> {
	const changed = changeOf(event);
	if (changed === undefined) {
		const query = { ...placeIn(settings), assignedTo: settings.assignedTo };
		return await searchOpportunities(any.needing(searchOpportunities), query, { limit: SAMPLE_SIZE });
	}
	const page = { direction: 'desc', page: 0, limit: LOOKED_AT } as const;
	const latest = await pageByChange(any.needing(pageByChange), page);
	const hasChanged = (one: Opportunity) =>
		(timeOf(one[changed]) ?? -Infinity) > (timeOf(one.createdAt) ?? Infinity) + WRITTEN_WITHIN_MS;
	return latest.filter((one) => isWanted(one, settings) && hasChanged(one)).slice(0, SAMPLE_SIZE);
}

/** Where an opportunity says when what the event is about changed last. */
function changeOf(event: string): 'lastStageChangeAt' | 'lastStatusChangeAt' | undefined {
	if (event === STAGE) return 'lastStageChangeAt';
	return event === STATUS ? 'lastStatusChangeAt' : undefined;
}

/** So many are looked through for a sample. */
const LOOKED_AT = 100;

/** The times of a new opportunity may differ by as much, although nothing has changed. */
const WRITTEN_WITHIN_MS = 1000;

const LABELS: Record<string, string> = { pipelineId: 'Pipeline', pipelineStageId: 'Stage' };

function placeIn({ value }: PollSettings): { pipelineId?: string; pipelineStageId?: string } {
	const filter = (name: string) =>
		textOf(value(`filters.${name}`, ''), ownValue(LABELS, name) ?? name) || undefined;
	return { pipelineId: filter('pipelineId'), pipelineStageId: filter('pipelineStageId') };
}

function isWanted(found: Opportunity, settings: PollSettings): boolean {
	const { pipelineId, pipelineStageId } = placeIn(settings);
	return (
		(pipelineId === undefined || found.pipelineId === pipelineId) &&
		(pipelineStageId === undefined || found.pipelineStageId === pipelineStageId) &&
		(settings.assignedTo === '' || found.assignedTo === settings.assignedTo)
	);
}

function sourceOf(api: HighLevelClient): ChangeSource<Opportunity> {
	return {
		pagesSince: (since) => opportunitiesChangedSince(api, since, changedAt),
		newestChange: async () => {
			const [newest] = await pageByChange(api, { direction: 'desc', page: 0, limit: 1 });
			return (newest && changedAt(newest)) ?? 0;
		},
		seenAs: (found, since) => ({
			id: plainText(found.id) || JSON.stringify(found),
			changedAt: changedAt(found) ?? since,
			addedAt: timeOf(found.createdAt),
			content: JSON.stringify(picked(found, CONTENT)),
			aspects: [
				aspectOf(STAGE, [found.pipelineId, found.pipelineStageId], found.lastStageChangeAt),
				aspectOf(STATUS, [found.status], found.lastStatusChangeAt),
			],
		}),
	};
}

/** In ms since 1970; `undefined` where the times of the opportunity cannot be read. */
function changedAt({ updatedAt, createdAt }: Opportunity): number | undefined {
	return timeOf(updatedAt) ?? timeOf(createdAt);
}

/** Not the contact and its tasks, notes and appointments, which change while the opportunity does not. */
const CONTENT = [
	'name',
	'pipelineId',
	'pipelineStageId',
	'status',
	'monetaryValue',
	'assignedTo',
	'contactId',
	'source',
	'lostReasonId',
	'customFields',
	'followers',
	'forecastExpectedCloseDate',
	'forecastProbability',
];

/**
 * HighLevel says when stage and status changed last, with each write before the time of the change itself; so no former
 * value has to be remembered. Source: official specifications, opportunities (`lastStageChangeAt`,
 * `lastStatusChangeAt`).
 */
function aspectOf(name: string, value: unknown[], changed: unknown): Aspect {
	return { name, state: JSON.stringify([...value, changed ?? null]), changedAt: timeOf(changed) };
}

function eventsOf({ isNew, changedAspects = [] }: ChangedRecord<Opportunity>): string[] {
	return isNew ? [CREATED] : [UPDATED, ...changedAspects];
}

/** As Get Many returns them: with the names of pipeline, stage and custom fields. */
async function itemsOf(
	api: HighLevelClient,
	found: Array<{ event: string; record: Opportunity }>,
	{ events: chosen, simplify }: PollSettings,
): Promise<EventItem[]> {
	const wanted = found.filter(({ event }) => chosen.has(event));
	const named = await namedOpportunities(
		api,
		wanted.map(({ record }) => record),
	);
	return wanted.map(({ event, record }, place) => {
		const shown = named[place] as Opportunity;
		return { event, record, shown: simplify ? picked(shown, OPPORTUNITY_SUMMARY) : shown };
	});
}
