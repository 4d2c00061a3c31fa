import type { IDataObject } from 'n8n-workflow';

import { optional } from '../../../core/operation/request';
import type { HighLevelClient } from '../client';
import { readCustomFields } from '../customFields/fields';
import { undefinedWhenRefused } from '../errors';
import { knownList, notPartOf } from '../knownList';
import { kindOf } from '../records/kit';
import { withFields } from './fields';
import { submissionSearch } from './search';
import type { Submission } from './submission';
import { ownValue } from '../../../core/values/ownValue';

/** A form or a survey, as HighLevel answers it; only what this package looks at is named. */
export interface Filled extends IDataObject {
	id: string;
	name: string;
}

interface Kind {
	/** Where all of them are. */
	path: `/${string}/`;
	/** What a submission calls the ID of the one that was filled in. */
	id: string;
	/** The name under which a response has the list. */
	many: string;
	read: string;
	/** What outputs call the name of the one that was filled in. */
	named: string;
}

export type FilledKind = ReturnType<typeof filledKind>;

/** What people fill in: forms, surveys. HighLevel has the same requests for both. */
export function filledKind({ path, id, many, read, named }: Kind) {
	const { page, list } = kindOf<Filled, string>({ path, id, many, read }).pages({
		size: 50,
		skipped: 'skip',
	});
	const known = knownList(many, async (api: HighLevelClient, _: 'all') => await list(api, {}));

	const submissions = submissionSearch({ path, id, read });

	return {
		page,
		list,
		submissions,
		/** What a submission, and a parameter, calls the one that was filled in. */
		id,
		/** What is most used of a submission; the rest is about the visit. */
		summary: ['id', id, named, 'contactId', 'name', 'email', 'createdAt', 'fields'],
		/** What is requested for submissions and for the names in them. */
		made: [submissions, optional(list), optional(readCustomFields)],

		/** Submissions with their fields by name, and with the name of the form or survey as far as it is known. */
		shown: async (api: HighLevelClient, sent: Submission[]): Promise<Submission[]> => {
			if (sent.length === 0) return sent;
			const shown = await withFields(api, sent);
			const areEnough = (all: Filled[]) => {
				const ids = new Set<unknown>(all.map((one) => one.id));
				return shown.every((one) => ids.has(ownValue(one, id)));
			};
			const all = await known.having(api, 'all', areEnough).catch(undefinedWhenRefused);
			const names = new Map<unknown, string>(all?.map((one) => [one.id, one.name]));
			return shown.map((one) => {
				const name = names.get(ownValue(one, id));
				return name === undefined ? one : { ...one, [named]: name };
			});
		},

		/** Throws a `Failure` for one that the location does not have. */
		check: async (api: HighLevelClient, wanted: string, label: string): Promise<void> => {
			const isThere = (all: Filled[]) => all.some((one) => one.id === wanted);
			const all = await known.having(api, 'all', isThere).catch(undefinedWhenRefused);
			if (all && !isThere(all)) throw notPartOf('this location', { label, id: wanted, choices: all });
		},
	};
}
