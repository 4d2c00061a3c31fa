import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Request } from '../../../core/operation/request';
import type { Poll } from '../../../core/polling/poll';
import type { PollState } from '../../../core/polling/pollState';
import type { ScanBudget } from '../../../core/polling/scanBudget';
import type { HighLevelClient } from '../../api/client';

/** An event that was found; it is returned as `shown`, with the envelope beside it. */
export interface EventItem {
	event: string;
	/** As HighLevel showed it to the poll. */
	record: IDataObject;
	/** As the operator wants it. */
	shown: IDataObject;
	/** What tells it from other events of its name about the record, beside what the record tells. */
	change?: string;
}

/** What a record tells of its event. */
export interface Told {
	recordId: unknown;
	contactId: unknown;
	/** When it happened: ms since 1970, or ISO 8601. */
	at: unknown;
	/** Tells two changes apart that carry the same time. */
	content?: unknown;
}

/** An event that the trigger can be asked for. */
export interface PollEvent {
	/** As the panel shows it. */
	name: string;
	/** What items have as `event`; the same as of the webhook, where there is one. */
	value: string;
	description: string;
	/** Whether it happens to a record once only, so that the record's ID tells it from all others. */
	isOnce: boolean;
	tells(record: IDataObject): Told;
	/** What is requested for it. */
	requests: readonly Request[];
}

/** What the operator has set, as far as it matters to every kind. */
export interface PollSettings {
	events: ReadonlySet<string>;
	/** ms since 1970; `undefined` for now. */
	startAt: number | undefined;
	simplify: boolean;
	/** Id of a user; empty for everybody. */
	assignedTo: string;
	/** How long HighLevel's search may take to show a change. */
	lagMs: number;
	/** For what cannot be asked for by change, per poll. */
	maxRequests: number;
	/** About how many changed records of a kind a poll takes. */
	maxRecords: number;
	timeoutMs: number;
	/** What a field of the kind's own has: `taskScope`, `filters.pipelineId`, `options.daysBack`. */
	value(name: string, fallback?: unknown): unknown;
}

/** One poll, as a kind of records takes part in it. */
export interface PollRun {
	api: HighLevelClient;
	poll: Poll;
	/** Parts of it are the kind's own, by names that no other kind has. */
	state: PollState;
	/** Requests for what cannot be asked for by change. */
	budget: ScanBudget;
	settings: PollSettings;
}

export interface KindFound {
	items: EventItem[];
	/** The poll has stopped before the end, and leaves the rest to the next one. */
	hasMore: boolean;
}

/**
 * A kind of records that the poll trigger looks at: its events, what the panel asks for it, and how it is found.
 * A new one is a file with such an object, and a line in `kinds/index.ts`.
 */
export interface PollKind {
	events: PollEvent[];
	/** Those of its events that "Simplify" shows otherwise. */
	simplified?: string[];
	/** What a poll costs, where that is not one request for the kind, and one more per 100 records that have changed. */
	cost?: KindNotice[];
	/** What comes late, or not at all. */
	lateness?: KindNotice[];
	/** Of the panel, shown for its events alone. */
	fields?: INodeProperties[];
	/** What lists of its fields request, where no operation of the node requests it as well: for the scopes. */
	lists?: readonly Request[];
	/** In the collections that all kinds share. */
	filters?: INodeProperties[];
	options?: INodeProperties[];
	/** What has happened since the last poll. The first one only takes note of what there is. */
	find(run: PollRun): Promise<KindFound>;
	/** Records that look like the event, although nothing has happened to them just now; none where there are none. */
	sample(api: HighLevelClient, settings: PollSettings, event: string): Promise<EventItem[]>;
}

/** What the panel says below its fields while one of these events is chosen. */
export interface KindNotice {
	name: string;
	text: string;
	events: string[];
	/** The panel shows one notice at a time: that of the highest rank. */
	rank: number;
}

/** So many records show how an event looks. */
export const SAMPLE_SIZE = 3;

/** The values of a kind's events. */
export function valuesOf({ events }: Pick<PollKind, 'events'>): string[] {
	return events.map(({ value }) => value);
}

/** Whether one of these events is chosen. */
export function isChosen({ events }: PollSettings, values: string[]): boolean {
	return values.some((value) => events.has(value));
}

/** A field of a collection that is shown for these events alone. */
export function shownFor(values: string[], field: INodeProperties): INodeProperties {
	return { ...field, displayOptions: { show: { '/events': values } } };
}
