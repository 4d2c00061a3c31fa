import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { submit } from '../../../sandbox/highLevel/submissions/submit';
import { call, DEMO, locationId, sleep, start } from './support';

const { forms, surveys, customFields } = DEMO;

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const read = async (query = '', of = 'forms') =>
	await call(sandbox, 'GET', `/${of}/submissions?locationId=${locationId}${query}`);
const names = async (query: string) =>
	(await read(query)).body.submissions.map(({ name }: { name: string }) => name);
const fill = (answers: Record<string, unknown>, form: string = forms.inquiry) =>
	submit(sandbox.state, 'form', form, answers);

test('forms and surveys are listed by ID and name, ten unless told', async () => {
	const { body } = await call(sandbox, 'GET', `/forms/?locationId=${locationId}`);
	expect(body).toEqual({
		forms: [
			{ id: forms.inquiry, name: 'Buyer inquiry', locationId },
			{ id: forms.valuation, name: 'Home valuation', locationId },
		],
		total: 2,
	});
	for (let index = 0; index < 11; index++)
		sandbox.state.add('surveys', { locationId, name: `Survey ${index}` });
	sandbox.state.add('surveys', { locationId, name: 'Old ones', type: 'folder' });
	const surveysOf = async (query: string) =>
		(await call(sandbox, 'GET', `/surveys/?locationId=${locationId}${query}`)).body.surveys;
	expect(await surveysOf('')).toHaveLength(10);
	expect(await surveysOf('&skip=10')).toHaveLength(2);
	expect(await surveysOf('&type=folder')).toMatchObject([{ name: 'Old ones' }]);
	expect((await call(sandbox, 'GET', `/forms/?locationId=${locationId}&limit=51`)).status).toBe(422);
});

test('a submission has its fields by key and by ID, and its contact is created', async () => {
	fill({ first_name: 'Ada', last_name: 'Byron', email: 'ada@x.example', [customFields.budget]: 450_000 });
	const { body } = await read();
	const [contact] = sandbox.state.contacts.values();
	expect(contact).toMatchObject({
		firstName: 'Ada',
		source: 'Buyer inquiry',
		customFields: [{ id: customFields.budget, value: 450_000 }],
	});
	expect(body.submissions).toMatchObject([
		{
			id: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/) as string,
			contactId: contact?.id,
			formId: forms.inquiry,
			name: 'Ada Byron',
			email: 'ada@x.example',
			others: {
				first_name: 'Ada',
				[customFields.budget]: 450_000,
				formId: forms.inquiry,
				eventData: { medium: 'form', mediumId: forms.inquiry },
			},
		},
	]);
	expect(body.submissions[0].others.fieldsOriSequance).toContain(customFields.interests);
	expect(body.meta).toEqual({ total: 1, currentPage: 1, nextPage: null, prevPage: null });
});

test('a contact that is there is updated, and a submission without email and phone has none', async () => {
	const { id } = sandbox.state.addContact({
		locationId,
		email: 'ada@x.example',
		firstName: 'A.',
		city: 'Bath',
	});
	const known = fill({ first_name: 'Ada', email: 'ADA@x.example' });
	const nobody = fill({ first_name: 'Somebody', message: 'Call me' });
	expect(known.contactId).toBe(id);
	expect(sandbox.state.contacts.get(id)).toMatchObject({ firstName: 'Ada', city: 'Bath' });
	expect(nobody).toMatchObject({ contactId: null, name: 'Somebody', email: null });
	expect(sandbox.state.contacts.size).toBe(1);
	expect((await read()).body.submissions[0]).not.toHaveProperty('contactId');
});

test('those of one form are found, by text, and page after page with the newest first', async () => {
	for (const first_name of ['One', 'Two', 'Three']) fill({ first_name, phone: '+12125550123' });
	fill({ full_name: 'Home Owner' }, forms.valuation);
	expect(await names(`&formId=${forms.inquiry}`)).toEqual(['Three', 'Two', 'One']);
	expect(await names('&q=owner')).toEqual(['Home Owner']);
	expect(await names('&q=2125550123')).toHaveLength(3);
	expect(await names('&limit=2&page=1')).toEqual(['Home Owner', 'Three']);
	const { meta } = (await read('&limit=2&page=2')).body;
	expect(meta).toEqual({ total: 4, currentPage: 2, nextPage: null, prevPage: 1 });
	expect(await names('&formId=nothing')).toEqual([]);
});

test('those of the last month are there unless days are named, which are included', async () => {
	const at = (createdAt: string, name: string) =>
		sandbox.state.add('formSubmissions', { locationId, formId: forms.inquiry, createdAt, name, others: {} });
	at('2026-03-02T03:00:00.000Z', 'The evening before in New York');
	at('2026-03-02T12:00:00.000Z', 'That day');
	at(new Date(Date.now() - 40 * 86_400_000).toISOString(), 'Forty days ago');
	at(new Date().toISOString(), 'Now');
	expect(await names('')).toEqual(['Now']);
	expect(await names('&startAt=2026-03-02&endAt=2026-03-02')).toEqual(['That day']);
	expect(await names('&startAt=2026-01-01')).toHaveLength(4);
	expect((await read('&startAt=1.3.2026')).body.message).toEqual(['startAt must be a date as yyyy-mm-dd']);
});

test('a submission shows after the delay of the searches', async () => {
	sandbox.configure({ searchDelayMs: 300 });
	fill({ first_name: 'Late' });
	expect(await names('')).toEqual([]);
	await sleep(350);
	expect(await names('')).toEqual(['Late']);
	sandbox.configure({ searchDelayMs: 0 });
});

test('the demo fills its forms in, and a visitor any form, by controls', async () => {
	const seeded = await call(sandbox, 'POST', '/__sandbox/submissions');
	expect([seeded.status, seeded.body.added]).toEqual([201, 4]);
	expect((await read()).body.meta.total).toBe(3);
	expect((await read('', 'surveys')).body.submissions).toMatchObject([
		{ surveyId: surveys.viewing, others: { terms_and_conditions: 'Yes' } },
	]);

	const filled = await call(sandbox, 'POST', `/__sandbox/forms/${forms.inquiry}/submit`, {
		email: 'new@x.example',
		message: 'Hello',
	});
	expect(filled.status).toBe(201);
	expect(filled.body.submission).toMatchObject({ formId: forms.inquiry, email: 'new@x.example' });
	const refusals = [
		await call(sandbox, 'POST', '/__sandbox/forms/nothing/submit', {}),
		await call(sandbox, 'POST', `/__sandbox/surveys/${surveys.viewing}/submit`, { shoe_size: 4 }),
	];
	expect(refusals.map(({ status, body }) => [status, body.message])).toEqual([
		[400, 'Form with id nothing not found'],
		[400, 'The survey has no field shoe_size'],
	]);
});

test('another location and a token without the scope are refused', async () => {
	const { body } = await call(sandbox, 'POST', '/__sandbox/tokens', { scopes: ['forms.readonly'] });
	const { token } = body;
	const path = (of: string, id: string = locationId) => `/${of}/submissions?locationId=${id}`;
	expect((await call(sandbox, 'GET', path('forms'), undefined, { token })).status).toBe(200);
	expect((await call(sandbox, 'GET', path('surveys'), undefined, { token })).status).toBe(401);
	expect((await call(sandbox, 'GET', path('forms', DEMO.otherLocationId))).status).toBe(403);
});
