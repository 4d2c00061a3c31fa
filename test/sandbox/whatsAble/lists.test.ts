import type { WhatsAbleSandbox } from '../../../sandbox/whatsAble';
import { call, contacts, DEMO, DEVELOPER, labels, N8N, start, templates } from './support';

let sandbox: WhatsAbleSandbox;
beforeAll(async () => {
	sandbox = await start();
});
afterAll(() => sandbox.close());

type Listed = Record<string, unknown> & { template_id: string };

const list = async (path: string) => (await call(sandbox, 'GET', path)).body as Listed[];
const byId = (listed: Listed[], id: string) => listed.find(({ template_id }) => template_id === id);

describe('templates for integrations', () => {
	test('have their parts in an object within the object', async () => {
		const listing = byId(await list(`${N8N}/n8n-templates`), templates.listing);
		expect(listing).toMatchObject({
			id: 204,
			name: 'new_listing',
			type: 'image',
			language: 'en',
			status: 'approved',
			variable_counts: 4,
			template_formate: '[b:2][m:1][u:1]',
			components: {
				components: [
					{ type: 'HEADER', format: 'IMAGE' },
					{ type: 'BODY', example: { body_text: [['Olivia', '3 bedrooms near the pier']] } },
					{ type: 'FOOTER' },
					{ type: 'BUTTONS', buttons: [{ type: 'URL', url: expect.stringContaining('{{1}}') }] },
				],
			},
		});
	});

	test('include those that cannot be sent, and write their states unlike', async () => {
		const listed = await list(`${N8N}/n8n-templates`);
		expect(byId(listed, templates.pending)?.['status']).toBe('PENDING');
		expect(byId(listed, templates.rejected)?.['status']).toBe('rejected');
		expect(byId(listed, templates.welcome)?.['status']).toBe('approved');
	});

	test('may share a name in two languages', async () => {
		const reminders = (await list(`${N8N}/n8n-templates`)).filter(
			({ name }) => name === 'appointment_reminder',
		);
		expect(reminders.map(({ language }) => language)).toEqual(['en_US', 'de']);
		expect(new Set(reminders.map(({ template_id }) => template_id)).size).toBe(2);
	});

	test('come with a key around the list for Zapier, with a short form of each', async () => {
		const { templates: listed } = (await call(sandbox, 'GET', '/api:AFRA_QCy/templates')).body;
		expect(byId(listed, templates.reminderGerman)).toMatchObject({
			name_with_details: 'appointment_reminder (de)',
			body: expect.stringContaining('{{3}}'),
		});
	});
});

test('documented templates have capital states and no parts', async () => {
	const listed = await list(DEVELOPER.templates);
	expect(listed).toHaveLength(10);
	expect(byId(listed, templates.pending)).toEqual({
		id: 209,
		user_id: DEMO.userId,
		name: 'campanha_primavera',
		category: 'MARKETING',
		type: 'text',
		language: 'pt_BR',
		status: 'PENDING',
		variable_counts: 1,
		template_formate: '[b:1]',
		template_id: templates.pending,
	});
	expect(new Set(listed.map(({ status }) => status))).toEqual(new Set(['APPROVED', 'PENDING', 'REJECTED']));
});

describe("a template's fields", () => {
	const details = (query: string) =>
		call(sandbox, 'GET', `/api:AFRA_QCy/zapier_dynamic_fields_template_details${query}`);

	test('are named as its variables', async () => {
		const { body } = await details(`?template=${templates.openHouse}`);
		expect(body.template_info).toContain('Coffee is on us');
		expect(body.dynamic_input_fields.map(({ key }: { key: string }) => key)).toEqual([
			'header1',
			'body1',
			'body2',
		]);
	});

	test('of none are an error of Xano', async () => {
		expect((await details('')).body).toMatchObject({
			code: 'ERROR_CODE_INPUT_ERROR',
			payload: { param: 'template' },
		});
		expect((await details('?template=x')).status).toBe(404);
	});
});

test.each([`${N8N}/n8n/label`, '/api:5kFCwVpE/labels/get_labels'])(
	'labels are bare names: %s',
	async (path) => {
		expect(await list(path)).toEqual(Object.values(labels).map((label) => ({ label })));
	},
);

test.each([`${N8N}/n8n/phone/number/list`, '/api:hFrjh8a1/zapier/phone/number/list'])(
	'contacts are numbers and texts, nothing else: %s',
	async (path) => {
		const listed = await list(path);
		expect(listed).toHaveLength(Object.keys(contacts).length);
		expect(listed).toContainEqual({
			phone_number_value: contacts.khalid,
			phone_number_label: `خالد المنصوري (${contacts.khalid})`,
		});
	},
);
