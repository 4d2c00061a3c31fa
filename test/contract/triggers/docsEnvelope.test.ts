import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { ENVELOPE_FIELDS } from '../../../nodes/core/events/envelope';
import { ROOT } from '../../support/paths';
import { expectPage } from '../docsPages';
import type { EventRow } from './envelope/bothWays';
import { EVENT_ROWS } from './envelope/bothWays';

const PAGE = 'flows/envelope.md';

/** The head of the table of events and all that is under it, up to an empty line. */
const EVENTS = /^\| system +\|.*\n(?:\|.*\n)*/m;

function rowOf({ system, event, webhook, poll, sameKey }: EventRow): string {
	const mark = (is: boolean) => (is ? 'yes' : '');
	const same = sameKey === undefined ? '' : sameKey ? 'yes' : 'no';
	return `| ${system} | \`${event}\` | ${mark(webhook)} | ${mark(poll)} | ${same} |`;
}

test('the page of what every trigger returns lists its fields, and each event with where its key is the same', () => {
	const page = readFileSync(resolve(ROOT, 'docs', PAGE), 'utf8');
	expect(page).toMatch(EVENTS);
	for (const field of ENVELOPE_FIELDS) expect(page).toMatch(new RegExp(`^\\| \`${field}\` +\\|`, 'm'));
	const table = [
		'| system | `event` | webhook | poll | same `eventKey` by webhook and poll |',
		'| --- | --- | --- | --- | --- |',
		...EVENT_ROWS.map(rowOf),
		'',
	].join('\n');
	expectPage(
		PAGE,
		page.replace(EVENTS, () => table),
	);
});
