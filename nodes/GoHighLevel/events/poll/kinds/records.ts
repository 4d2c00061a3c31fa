import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { picked } from '../../../../core/operation/simplify';
import type { BackSource } from '../../../../core/polling/readBack';
import { changesReadBack } from '../../../../core/polling/readBack';
import type { WindowHead } from '../../../../core/polling/seenWindow';
import { shortHash } from '../../../../core/values/shortHash';
import { plainText, textOf } from '../../../../core/values/texts';
import { Failure } from '../../../../core/failure';
import type { HighLevelClient } from '../../../api/client';
import { HIGHLEVEL } from '../../../api/pages';
import type { ObjectRecord, RecordPlace } from '../../../api/records/customObjects';
import { customObjects } from '../../../api/records/customObjects';
import { customObjectLocator } from '../../../pickers/locators';
import type { EventItem, PollEvent, PollKind, PollRun, PollSettings } from '../kind';
import { SAMPLE_SIZE, valuesOf } from '../kind';
import { timeOf } from '../../../api/answers';

const CREATED = 'recordCreated';
const UPDATED = 'recordUpdated';

const requests = [customObjects.latestPage];

const events: PollEvent[] = [
	{
		name: 'Record Created',
		value: CREATED,
		description: 'A record of a custom object is new',
		requests,
		isOnce: true,
		tells: ({ id, createdAt }) => ({ recordId: id, contactId: null, at: createdAt }),
	},
	{
		name: 'Record Updated',
		value: UPDATED,
		description: 'Something about a record of a custom object has changed',
		requests,
		isOnce: false,
		tells: (record) => ({
			recordId: record.id,
			contactId: null,
			at: record.updatedAt,
			content: contentOf(record),
		}),
	},
];

const values = valuesOf({ events });

const object: INodeProperties = {
	...customObjectLocator,
	displayOptions: { show: { events: values } },
};

/** The most that public clients are known to ask for at once. */
const PAGE_SIZE = 100;

/** Records of a custom object. Their search has no filter by time of change, so it is read from the newest change back. */
export const records: PollKind = {
	events,
	fields: [object],
	lists: [customObjects.listOwn],
	async find({ api: any, poll, state, settings }: PollRun) {
		const schemaKey = schemaKeyOf(settings);
		const api = any.needing(customObjects.latestPage);
		// Of another object, everything begins with what happens from then on.
		const part = state.part<WindowHead>(`records ${shortHash(schemaKey)}`);
		const { changed, hasMore } = await changesReadBack(poll, part, settings, sourceOf(api, schemaKey));
		const items = changed
			.map(({ record, isNew }) => itemOf(isNew ? CREATED : UPDATED, record))
			.filter(({ event, record }) => settings.events.has(event) && isWanted(record, settings));
		return { items, hasMore };
	},
	async sample(any, settings, event) {
		const api = any.needing(customObjects.latestPage);
		const { records: found } = await customObjects.latestPage(api, {
			schemaKey: schemaKeyOf(settings),
			limit: PAGE_SIZE,
		});
		const wanted = found.filter((record) => isWanted(record, settings)).slice(0, SAMPLE_SIZE);
		return wanted.map((record) => itemOf(event, record));
	},
};

function itemOf(event: string, record: ObjectRecord): EventItem {
	return { event, record, shown: record };
}

function contentOf(record: IDataObject): IDataObject {
	return picked(record, ['properties', 'owner', 'followers']);
}

function schemaKeyOf({ value }: PollSettings): string {
	const key = textOf(value('schemaKey', ''), 'Object');
	if (key !== '') return key;
	throw new Failure('"Object" is empty', 'Choose the custom object whose records start the workflow.', {
		field: 'schemaKey',
	});
}

/** The owner is a list, of one user at most. */
function isWanted({ owner }: { owner?: unknown }, { assignedTo }: PollSettings): boolean {
	return assignedTo === '' || (Array.isArray(owner) && owner.includes(assignedTo));
}

function sourceOf(api: HighLevelClient, schemaKey: string): BackSource<ObjectRecord> {
	return {
		...HIGHLEVEL,
		called: 'records',
		name: `records ${schemaKey}`,
		pageSize: PAGE_SIZE,
		readPage: async (place) =>
			await customObjects.latestPage(api, {
				schemaKey,
				limit: PAGE_SIZE,
				place: place as RecordPlace | undefined,
			}),
		seenAs: (record) => ({
			id: plainText(record.id) || JSON.stringify(record),
			changedAt: timeOf(record.updatedAt) ?? timeOf(record.createdAt),
			addedAt: timeOf(record.createdAt),
			content: JSON.stringify(contentOf(record)),
		}),
	};
}
