import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { WebhookEvent } from '../../../nodes/GoHighLevel/events/webhook/payloads/webhookEvent';
import { webhookEvents } from '../../../nodes/GoHighLevel/events/webhook/payloads/events';
import { expectPage } from '../docsPages';
import { ROOT } from '../../support/paths';

const PAGE = 'highlevel/trigger.md';

/** The head of the table of events and all that is under it, up to an empty line. */
const EVENTS = /^\| in the list .*\n(?:\|.*\n)*/m;

function rowOf({ name, type, event, meaning, scope, scopeIsAssumed }: WebhookEvent): string {
	const needs = scope === undefined ? 'none documented' : `${scope}${scopeIsAssumed ? ' (assumed)' : ''}`;
	return `| ${name} | \`${event}\` | \`${type}\` | ${meaning} | ${needs} |`;
}

test('the page of the trigger in docs/ lists every event with its meaning and scope', () => {
	const page = readFileSync(resolve(ROOT, 'docs', PAGE), 'utf8');
	expect(page).toMatch(EVENTS);
	const table = [
		'| in the list | `event` | in HighLevel | HighLevel sends it when | scope of the app |',
		'| --- | --- | --- | --- | --- |',
		...webhookEvents.map(rowOf),
		'',
	].join('\n');
	expectPage(
		PAGE,
		page.replace(EVENTS, () => table),
	);
});
