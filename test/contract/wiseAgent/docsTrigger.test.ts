import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { WebhookEvent } from '../../../nodes/WiseAgent/events/webhook/events';
import { webhookEvents } from '../../../nodes/WiseAgent/events/webhook/events';
import { expectPage } from '../docsPages';
import { ROOT } from '../../support/paths';

const PAGE = 'wise-agent/trigger.md';

/** The head of the table of events and all that is under it, up to an empty line. */
const EVENTS = /^\| in the list .*\n(?:\|.*\n)*/m;

function rowOf({ name, type, event, registered, meaning }: WebhookEvent): string {
	return `| ${name} | \`${event}\` | \`${type}\` | \`${registered}\` | ${meaning} |`;
}

test('the page of the Wise Agent Trigger in docs/ lists every event as the editor does', () => {
	const page = readFileSync(resolve(ROOT, 'docs', PAGE), 'utf8');
	expect(page).toMatch(EVENTS);
	const table = [
		'| in the list | `event` | `eventType` | registered as | what it tells |',
		'| --- | --- | --- | --- | --- |',
		...webhookEvents.map(rowOf),
		'',
	].join('\n');
	expectPage(
		PAGE,
		page.replace(EVENTS, () => table),
	);
});
