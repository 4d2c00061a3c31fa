import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../../../core/failure';
import type { Part } from '../../../../../core/polling/part';
import type { PollState } from '../../../../../core/polling/pollState';
import type { ScanBudget } from '../../../../../core/polling/scanBudget';
import { plainText } from '../../../../../core/values/texts';
import type { HighLevelClient } from '../../../../api/client';
import { oneOfTags, searchPage } from '../../../../api/contacts/contactSearch';
import type { ContactSettings } from '../settings';

/** The most that is asked for at once. */
const PAGE_SIZE = 100;

/** As old contacts come before new ones, none moves while the round is under way. */
const BY_CREATION = [{ field: 'dateAdded', direction: 'asc' as const }];

/**
 * Goes round all contacts, some in each poll: a note may change while its contact does not, and HighLevel lists notes of
 * one contact only (https://github.com/GoHighLevel/highlevel-api-docs/issues/173).
 */
export class NoteSweep {
	/** Where the next poll goes on. */
	private readonly part: Part<{ searchAfter?: unknown }>;

	constructor(
		private readonly api: HighLevelClient,
		state: PollState,
		private readonly settings: ContactSettings,
	) {
		this.part = state.part('noteSweep');
	}

	/** The ids of the next contacts; after the last one, the round begins with the first again, in the next poll. */
	async next(budget: ScanBudget): Promise<string[]> {
		const { notesToCheck: count } = this.settings;
		const ids: string[] = [];
		let { searchAfter } = this.part.head ?? {};
		while (ids.length < count && budget.take()) {
			const pageLimit = Math.min(count - ids.length, PAGE_SIZE);
			const contacts = await searchPage(this.api, {
				pageLimit,
				...(searchAfter === undefined ? { page: 1 } : { searchAfter }),
				filters: filtersOf(this.settings),
				sort: BY_CREATION,
			});
			for (const { id } of contacts) if (plainText(id) !== '') ids.push(plainText(id));
			const isLast = contacts.length < pageLimit;
			searchAfter = isLast ? undefined : contacts[contacts.length - 1]?.searchAfter;
			if (isLast) break;
			if (searchAfter === undefined) throw noCursor();
		}
		this.part.head = { searchAfter };
		return ids;
	}
}

/** The contacts that are of interest, as filters of the search. */
export function filtersOf({ assignedTo, contactTags }: ContactSettings): IDataObject[] {
	return [
		...(assignedTo === '' ? [] : [{ field: 'assignedTo', operator: 'eq', value: assignedTo }]),
		...oneOfTags(contactTags),
	];
}

function noCursor(): Failure {
	return new Failure(
		"HighLevel's search gave no cursor, so the contacts cannot be looked through for notes that have changed",
		'Set "Contacts to Check" to 0 to look at contacts that have changed only.',
	);
}
