import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import { webhookEvent } from '../../../../nodes/GoHighLevel/events/webhook/payloads/events';
import { ACCEPTED, deliver, startApp } from './deliveries';
import { SHARED } from '../../../support/paths';

/** The examples of the official webhook pages lie beside the project, not in it. */
const EXAMPLES = resolve(SHARED, 'reference/highlevel-webhook-examples.json');

/** Pages whose event has another name. */
const EVENT_OF_PAGE: Record<string, string> = {
	AppInstall: 'INSTALL',
	AppUninstall: 'UNINSTALL',
	ConversationUnreadWebhook: 'ConversationUnreadUpdate',
	PlanChange: 'PLAN_CHANGE',
};

/** Examples that are the same as those of another page, so that the event cannot be known; what it is taken for. */
const TAKEN_FOR: Record<string, string> = {
	AppointmentDelete: 'AppointmentCreate',
	AppointmentUpdate: 'AppointmentCreate',
	AssociationDelete: 'AssociationUpdate',
	InvoiceUpdate: 'InvoiceCreate',
	ObjectSchemaUpdate: 'ObjectSchemaCreate',
	ProductCreate: 'ProductUpdate',
	ProductDelete: 'ProductUpdate',
	RecordCreate: 'RecordUpdate',
	RecordDelete: 'RecordUpdate',
	RelationDelete: 'RelationCreate',
};

/** Of these, a flow that waits for the event of the page does not start: see the limits in docs/highlevel/trigger.md. */
const NOT_FOUND_BY_THEIR_NAME = ['AppointmentDelete', 'AppointmentUpdate'];

if (!existsSync(EXAMPLES)) {
	test('is skipped where the examples are not at hand', () => {
		process.stdout.write(
			'SKIPPED: the examples of webhooks are not beside this checkout (../shared/reference)\n',
		);
	});
} else {
	const pages = JSON.parse(readFileSync(EXAMPLES, 'utf8')) as Record<string, IDataObject[]>;
	const examples = Object.entries(pages).flatMap(([page, all]) =>
		all.map((example, index) => ({ page, example, name: `${page} ${index + 1}` })),
	);

	test.each(examples)(
		'the documented $name starts the workflow as it is, under the right event',
		async ({ page, example }) => {
			const server = await startApp();
			expect(await deliver(server, example)).toEqual(ACCEPTED);
			const name = EVENT_OF_PAGE[page] ?? page;
			const [{ event, possibleEvents, ...item } = {} as IDataObject] = server.executions;
			expect(item).toMatchObject(example);
			expect(item).not.toHaveProperty('asReceived');
			const nameOf = (type: string) => webhookEvent(type)?.event;
			expect(event).toBe(nameOf(TAKEN_FOR[page] ?? name));
			if (possibleEvents !== undefined) expect(possibleEvents).toContain(nameOf(name));
			await server.close();
		},
	);

	test.each(examples)(
		'the documented $name starts a workflow that waits for it',
		async ({ page, example }) => {
			const server = await startApp({ events: [EVENT_OF_PAGE[page] ?? page] });
			await deliver(server, example);
			expect(server.executions).toHaveLength(NOT_FOUND_BY_THEIR_NAME.includes(page) ? 0 : 1);
			await server.close();
		},
	);

	test('the examples that are taken for others cannot be told from them', () => {
		const shape = (page: string) => JSON.stringify(pages[page]);
		for (const [page, other] of Object.entries(TAKEN_FOR)) expect(shape(page)).toBe(shape(other));
	});
}
