import type { INodeProperties } from 'n8n-workflow';

import { picked } from '../../../../core/operation/simplify';
import { recordChanges } from '../../../../core/polling/changedRecords';
import type { ChangeSource } from '../../../../core/polling/readChanges';
import { readChanges } from '../../../../core/polling/readChanges';
import type { WindowHead } from '../../../../core/polling/seenWindow';
import { plainText } from '../../../../core/values/texts';
import type { HighLevelClient } from '../../../api/client';
import { forms } from '../../../api/records/forms';
import { surveys } from '../../../api/records/surveys';
import type { FilledKind } from '../../../api/submissions/kind';
import type { Submission } from '../../../api/submissions/submission';
import { anyFormLocator, anySurveyLocator } from '../../../pickers/locators';
import type { EventItem, PollKind, PollSettings } from '../kind';
import { SAMPLE_SIZE, shownFor } from '../kind';
import { timeOf } from '../../../api/answers';
import { ownValue } from '../../../../core/values/ownValue';

/** Where the newest submission is looked for first, before all are read. */
const RECENTLY_MS = 30 * 86_400_000;

/** What is found is handed on in pages of so many, so that a poll can stop after one. */
const PAGE_SIZE = 100;

/** @param called "form" */
function submissionKind(called: string, filled: FilledKind, locator: INodeProperties): PollKind {
	const event = `${called}Submitted`;
	const title = called.charAt(0).toUpperCase() + called.slice(1);
	const name = `${called}Submissions`;
	return {
		events: [
			{
				name: `${title} Submitted`,
				value: event,
				description: `Somebody has filled in a ${called} and sent it`,
				requests: filled.made,
				isOnce: true,
				tells: ({ id, contactId, createdAt }) => ({ recordId: id, contactId, at: createdAt }),
			},
		],
		simplified: [event],
		filters: [shownFor([event], { ...locator, description: `Only submissions of this ${called}` })],

		async find({ api, state, settings }) {
			const source = sourceOf(api.needing(filled.submissions), filled);
			const isEnough = (found: number) => found >= settings.maxRecords;
			const { changed, hasMore } = await recordChanges(state.part<WindowHead>(name), settings, {
				newestChange: source.newestChange,
				readFirst: async (window) => await readChanges(window, source, { isEnough: () => false }),
				read: async (window) => await readChanges(window, source, { isEnough }),
			});
			const wanted = wantedOf(filled, settings);
			const sent = changed.filter(({ isNew }) => isNew).map(({ record }) => record);
			const chosen = sent.filter((one) => wanted === '' || ownValue(one, filled.id) === wanted);
			return { items: await itemsOf(api, chosen, settings), hasMore };
		},

		async sample(api, settings) {
			const of = wantedOf(filled, settings) || undefined;
			const search = filled.submissions;
			const latest = await search(api.needing(search), { of }, { limit: SAMPLE_SIZE });
			return await itemsOf(api, latest, settings);
		},
	};

	async function itemsOf(
		api: HighLevelClient,
		sent: Submission[],
		{ simplify }: PollSettings,
	): Promise<EventItem[]> {
		const shown = await filled.shown(api, sent);
		return shown.map((one, place) => ({
			event,
			record: sent[place] ?? one,
			shown: simplify ? picked(one, filled.summary) : one,
		}));
	}
}

/** The form or survey whose submissions are wanted; empty for all. All are read: another one may be chosen later. */
function wantedOf({ id }: FilledKind, { value }: PollSettings): string {
	return plainText(value(`filters.${id}`, '')).trim();
}

/** HighLevel can be asked by day alone, and does not say in which order it answers. */
function sourceOf(api: HighLevelClient, { submissions }: FilledKind): ChangeSource<Submission> {
	return {
		async *pagesSince(since) {
			const found = await submissions(api, since > 0 ? { fromMs: since } : {});
			found.sort((a, b) => (sentAt(a) ?? since) - (sentAt(b) ?? since));
			for (let start = 0; start < found.length; start += PAGE_SIZE)
				yield found.slice(start, start + PAGE_SIZE);
		},
		newestChange: async () => {
			const fromMs = api.account.serverTime(Date.now()) - RECENTLY_MS;
			const recent = newestOf(await submissions(api, { fromMs }));
			return recent > 0 ? recent : newestOf(await submissions(api, {}));
		},
		// What HighLevel shows of the contact in it may change; what was sent does not.
		seenAs: (one) => ({ id: idOf(one), changedAt: sentAt(one), addedAt: sentAt(one), content: '' }),
	};
}

function newestOf(found: Submission[]): number {
	return found.reduce((newest, one) => Math.max(newest, sentAt(one) ?? 0), 0);
}

/** In ms since 1970; `undefined` where it cannot be read. */
function sentAt({ createdAt }: Submission): number | undefined {
	return timeOf(createdAt);
}

/** A submission without an ID is known by what it holds. */
function idOf(one: Submission): string {
	return plainText(one.id) || JSON.stringify(one);
}

export const formSubmissions = submissionKind('form', forms, anyFormLocator);

export const surveySubmissions = submissionKind('survey', surveys, anySurveyLocator);
