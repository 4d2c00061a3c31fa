import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { INodePropertyOptions } from 'n8n-workflow';

import { webhookEvent, webhookEvents } from '../../../../nodes/GoHighLevel/events/webhook/payloads/events';
import { GoHighLevelTrigger } from '../../../../nodes/GoHighLevel/GoHighLevelTrigger.node.ts';
import { WEBHOOK_EVENTS } from '../../../../sandbox/highLevel';
import { SHARED } from '../../../support/paths';

const PAGES = resolve(SHARED, 'reference/highlevel-webhook-payloads.txt');

/** Pages whose event has another name. */
const EVENT_OF_PAGE: Record<string, string> = {
	AppInstall: 'INSTALL',
	AppUninstall: 'UNINSTALL',
	ConversationUnreadWebhook: 'ConversationUnreadUpdate',
	PlanChange: 'PLAN_CHANGE',
};

const { properties } = new GoHighLevelTrigger().description;
const listed = (properties.find(({ name }) => name === 'events')?.options ?? []) as INodePropertyOptions[];

test('the list of the editor is sorted, so that the events of a family stand together', () => {
	const names = listed.map(({ name }) => name);
	expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
	expect(names[0]).toBe('All Events');
});

test('no two events have the same name', () => {
	expect(new Set(listed.map(({ name }) => name)).size).toBe(listed.length);
	expect(new Set(listed.map(({ value }) => value)).size).toBe(listed.length);
});

test.each(webhookEvents)(
	'$name says what it means, and can be found by its family',
	({ name, family, meaning }) => {
		expect(name.startsWith(`${family} `)).toBe(true);
		expect(meaning).toMatch(/^[A-Z].*[a-z)]$/);
	},
);

test('every event of the sandbox can be chosen', () => {
	for (const type of WEBHOOK_EVENTS) expect(webhookEvent(type)).toBeDefined();
});

if (!existsSync(PAGES)) {
	test('is skipped where the pages are not at hand', () => {
		process.stdout.write(
			'SKIPPED: the pages of webhooks are not beside this checkout (../shared/reference)\n',
		);
	});
} else {
	const pages = [...readFileSync(PAGES, 'utf8').matchAll(/^## (\w+)/gm)].map(([, page]) => String(page));

	test.each(pages)('the event of the page %s can be chosen', (page) => {
		expect(webhookEvent(EVENT_OF_PAGE[page] ?? page)).toBeDefined();
	});
}
