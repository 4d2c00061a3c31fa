import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { PollState } from '../../../nodes/core/polling/pollState';
import type { WindowHead } from '../../../nodes/core/polling/seenWindow';
import { SeenWindow } from '../../../nodes/core/polling/seenWindow';
import { WordSets } from '../../../nodes/core/polling/wordSets';
import { shortHash } from '../../../nodes/core/values/shortHash';
import { scopesOf } from '../../../nodes/core/operation/request';
import { KnownTasks, markOf } from '../../../nodes/GoHighLevel/events/poll/contacts/knownTasks';
import { NoteContents } from '../../../nodes/GoHighLevel/events/poll/contacts/notes/noteContents';
import { NoteWatch } from '../../../nodes/GoHighLevel/events/poll/contacts/notes/noteWatch';
import { KINDS } from '../../../nodes/GoHighLevel/events/poll/kinds';
import { SeededRandom } from '../../../sandbox/shared/random';
import { ROOT } from '../../support/paths';

const PAGE = resolve(ROOT, 'docs/highlevel/poll-trigger.md');
const START = Date.UTC(2026, 0, 5, 9);
const LAG_MS = 120_000;

const random = new SeededRandom(1);
const ids = (count: number) => Array.from({ length: count }, () => random.id());

/** What n8n would save, in bytes, after `fill` has remembered something. */
function sizeOf(fill: (state: PollState) => void): number {
	const state = new PollState(random.id());
	fill(state);
	return Buffer.byteLength(JSON.stringify(state.toStored(false, false)));
}

/** Contacts that change, ten in a second. */
function contactEvents(state: PollState, changes: number, isLater: boolean): void {
	const window = new SeenWindow(state.part<WindowHead>('contacts'), LAG_MS);
	window.begin(START, START, START);
	ids(changes).forEach((id, index) => {
		window.see({ id, changedAt: START + index * 100, addedAt: 0, content: String(index) });
	});
	window.advance({ startedAt: START, endedAt: START });
	if (!isLater) return;
	const next = new SeenWindow(state.part<WindowHead>('contacts'), LAG_MS);
	next.advance({ startedAt: START + 2 * LAG_MS, endedAt: START + 2 * LAG_MS });
}

/** Of 40 tags, some are on many contacts and most on few. */
function tagEvents(state: PollState, contacts: number, tagsEach: number): void {
	const sets = new WordSets<object>(state, 'tags');
	sets.records.head = { watched: [] };
	for (const id of ids(contacts)) {
		const tags = new Set<string>();
		while (tags.size < tagsEach) tags.add(`tag number ${Math.floor(40 * random.next() ** 2)}`);
		sets.set(id, [...tags]);
	}
}

function noteEvents(state: PollState, contacts: number): void {
	const watch = new NoteWatch(state);
	watch.begin(START);
	for (const id of ids(contacts)) {
		watch.newOf(id, [{ id: random.id(), dateAdded: new Date(START + 60_000).toISOString() }]);
	}
}

function taskEvents(state: PollState, tasks: number): void {
	const known = new KnownTasks(state.part('tasks'));
	const marks = ids(tasks).map((id) => [id, markOf({ id, title: id, contactId: random.id() })] as const);
	known.begin(new Map(marks));
	known.part.head = { scope: 'all' };
}

/** Opportunities that change, ten in a second. */
function opportunityEvents(state: PollState, changes: number, isLater: boolean): void {
	const window = new SeenWindow(state.part<WindowHead>('opportunities'), LAG_MS);
	window.begin(START, START, START);
	ids(changes).forEach((id, index) => {
		const changedAt = START + index * 100;
		const aspects = ['stage', 'status'].map((name) => ({ name, state: `${name} ${index}`, changedAt }));
		window.see({ id, changedAt, addedAt: 0, content: String(index), aspects });
	});
	window.advance({ startedAt: START, endedAt: START });
	if (!isLater) return;
	const next = new SeenWindow(state.part<WindowHead>('opportunities'), LAG_MS);
	next.advance({ startedAt: START + 2 * LAG_MS, endedAt: START + 2 * LAG_MS });
}

function canceledAppointments(state: PollState, count: number): void {
	state.part<object>('appointments').head = { since: START };
	const { marks } = state.part('appointments canceled');
	for (const id of ids(count)) marks.set(shortHash(id), '');
}

function changedNotes(state: PollState, contacts: number): void {
	const contents = new NoteContents(state);
	for (const id of ids(contacts)) contents.changedOf(id, [{ id: random.id(), body: id }]);
}

const ROWS: Array<[row: string, bytes: number]> = [
	[
		'contact events, of any number of contacts, when nothing has changed for the Search Lag',
		sizeOf((state) => contactEvents(state, 1_000, true)),
	],
	[
		'contact events, right after 1,000 contacts have changed',
		sizeOf((state) => contactEvents(state, 1_000, false)),
	],
	['tag events, 100,000 contacts with 3 of 40 tags each', sizeOf((state) => tagEvents(state, 100_000, 3))],
	[
		'tag events, 100,000 contacts of which 5,000 have a watched tag',
		sizeOf((state) => tagEvents(state, 5_000, 1)),
	],
	[
		'note events, 10,000 contacts that had a note since the beginning',
		sizeOf((state) => noteEvents(state, 10_000)),
	],
	['task events, 10,000 tasks', sizeOf((state) => taskEvents(state, 10_000))],
	[
		'opportunity events, of 100,000 opportunities, when nothing has changed for the Search Lag',
		sizeOf((state) => opportunityEvents(state, 100_000, true)),
	],
	[
		'opportunity events, right after 1,000 of them have changed',
		sizeOf((state) => opportunityEvents(state, 1_000, false)),
	],
	[
		'record events, right after 1,000 records have changed',
		sizeOf((state) => contactEvents(state, 1_000, false)),
	],
	[
		'appointment events, 1,000 canceled appointments within the days to look at',
		sizeOf((state) => canceledAppointments(state, 1_000)),
	],
	['changed notes, 100,000 contacts with one note each', sizeOf((state) => changedNotes(state, 100_000))],
];

function inWords(bytes: number): string {
	return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

test('the sizes in docs/ are those that are measured', () => {
	for (const [row, bytes] of ROWS) process.stdout.write(`${row}: ${inWords(bytes)} (${bytes} bytes)\n`);
	const page = readFileSync(PAGE, 'utf8');
	const pattern = (row: string) => new RegExp(`\\| ${row} +\\| ([^|]+?) +\\|`);
	if (process.env.UPDATE_DOCS === '1') {
		const updated = ROWS.reduce(
			(text, [row, bytes]) => text.replace(pattern(row), `| ${row} | ${inWords(bytes)} |`),
			page,
		);
		writeFileSync(PAGE, updated);
		return;
	}
	const stated = ROWS.map(([row]) => [row, pattern(row).exec(page)?.[1]]);
	expect(stated).toEqual(ROWS.map(([row, bytes]) => [row, inWords(bytes)]));
});

test('the table of events has each of them, with the scopes that its requests need', () => {
	const page = readFileSync(PAGE, 'utf8');
	const rows = KINDS.flatMap(({ events }) => events).map(({ name, requests }) => {
		const [, scopes] = new RegExp(`\\| ${name} +\\|[^|]+\\| ([^|]+?) +\\|`).exec(page) ?? [];
		return { name, stated: scopes?.split(', ').sort(), needed: scopesOf({ requests }).sort() };
	});
	expect(rows.map(({ name, stated }) => ({ name, stated }))).toEqual(
		rows.map(({ name, needed }) => ({ name, stated: needed })),
	);
});
