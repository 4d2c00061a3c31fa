import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { submit } from '../../../../sandbox/highLevel/submissions/submit';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { fail, succeed } from '../../../support/odd/outcomes';
import { addSubmission } from './records';

const { forms, surveys, locationId } = DEMO;
const DAY_MS = 86_400_000;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const read = async (filters: IDataObject = {}, more: IDataObject = {}) =>
	await succeed(sandbox, 'form.getSubmissions', { parameters: { returnAll: true, filters, ...more } });
const reads = () => sandbox.requests.filter(({ path }) => path === '/forms/submissions');
const idsOf = (found: IDataObject[]) => found.map(({ id }) => id);

test('forms and surveys are read with their names, all or as many as the limit says', async () => {
	for (let index = 0; index < 60; index++)
		sandbox.state.add('surveys', { locationId, name: `Survey ${index}` });
	const all = await succeed(sandbox, 'survey.getAll', { parameters: { returnAll: true } });
	const some = await succeed(sandbox, 'form.getAll', { parameters: { limit: 1 } });

	expect(all).toHaveLength(61);
	expect(all[0]).toEqual({ id: surveys.viewing, name: 'After the viewing', locationId });
	expect(some).toEqual([{ id: forms.inquiry, name: 'Buyer inquiry', locationId }]);
});

test('without a form and a time, all submissions are there, the oldest too', async () => {
	const old = addSubmission(sandbox, { createdAt: '2019-05-01T10:00:00.000Z' });
	const now = submit(sandbox.state, 'form', forms.valuation, { email: 'ada@x.example' });

	expect(await read()).toMatchObject([
		{ id: now.id, formId: forms.valuation, formName: 'Home valuation', email: 'ada@x.example' },
		{ id: old.id, formId: forms.inquiry, formName: 'Buyer inquiry' },
	]);
});

test('those of a survey are there with its name', async () => {
	const { id } = submit(sandbox.state, 'survey', surveys.viewing, { terms_and_conditions: 'Yes' });
	const found = await succeed(sandbox, 'survey.getSubmissions', {
		parameters: { surveyId: byId(surveys.viewing) },
	});

	expect(found).toMatchObject([{ id, surveyId: surveys.viewing, surveyName: 'After the viewing' }]);
	expect(found[0]).toHaveProperty('fields', { terms_and_conditions: 'Yes' });
});

describe('one filter gives those that match, and no others', () => {
	test('by form', async () => {
		const { id } = addSubmission(sandbox, { formId: forms.valuation });
		addSubmission(sandbox);

		expect(idsOf(await read({}, { formId: byId(forms.valuation) }))).toEqual([id]);
	});

	test('by text', async () => {
		const { id } = addSubmission(sandbox, { name: 'Ada Byron' });
		addSubmission(sandbox, { name: 'Charles' });

		expect(idsOf(await read({ query: 'byron' }))).toEqual([id]);
	});

	test.each<[string, string, string, IDataObject]>([
		[
			'from a moment',
			'2026-03-02T23:30:00.000Z',
			'2026-03-02T23:29:59.999Z',
			{ submittedAfter: '2026-03-02T23:30:00Z' },
		],
		[
			'until a moment',
			'2026-03-02T23:30:00.000Z',
			'2026-03-02T23:30:00.001Z',
			{ submittedBefore: '2026-03-02T23:30:00Z' },
		],
		[
			'on a day in a far zone',
			'2026-03-02T10:30:00.000Z',
			'2026-03-02T09:30:00.000Z',
			{ submittedAfter: '2026-03-03T00:00:00+14:00' },
		],
		[
			'on another day in the zone of the location',
			'2026-03-02T02:00:00.000Z',
			'2026-03-02T01:00:00.000Z',
			{ submittedAfter: '2026-03-02T01:30:00Z' },
		],
	])('sent %s', async (_, match, other, filters) => {
		const { id } = addSubmission(sandbox, { createdAt: match });
		addSubmission(sandbox, { createdAt: other });

		expect(idsOf(await read(filters))).toEqual([id]);
	});

	test('one that was sent tomorrow by the clock of another zone is there', async () => {
		const { id } = addSubmission(sandbox, { createdAt: new Date(Date.now() + DAY_MS).toISOString() });

		expect(idsOf(await read())).toEqual([id]);
	});
});

test('a form that is not there is named, with those that there are', async () => {
	const error = await fail(sandbox, 'form.getSubmissions', { parameters: { formId: byId('fmNowhere') } });

	expect(error.message).toBe('"Form" does not belong to this location: fmNowhere');
	expect(error.description).toContain(`Buyer inquiry (${forms.inquiry})`);
});

test('a form without submissions returns nothing, and is no error', async () => {
	expect(await read({}, { formId: byId(forms.valuation) })).toEqual([]);
});

describe('pages', () => {
	const addMany = (count: number) =>
		Array.from({ length: count }, (_, index) =>
			addSubmission(sandbox, {
				createdAt: new Date(Date.parse('2026-03-01T00:00:00Z') - index * 60_000).toISOString(),
			}),
		).map(({ id }) => id);

	test('Return All gives each of 250 once', async () => {
		const ids = addMany(250);

		expect(idsOf(await read())).toEqual(ids);
		expect(reads().map(({ query }) => [query.page, query.limit])).toEqual([
			[1, 100],
			[2, 100],
			[3, 100],
		]);
	});

	test('a limit reads no more than it needs, and counts what the time leaves', async () => {
		const ids = addMany(250);
		const submittedBefore = '2026-02-28T23:50:00Z';

		expect(idsOf(await read({}, { returnAll: false, limit: 30 }))).toEqual(ids.slice(0, 30));
		expect(reads().map(({ query }) => query.limit)).toEqual([30]);
		expect(idsOf(await read({ submittedBefore }, { returnAll: false, limit: 95 }))).toEqual(
			ids.slice(10, 105),
		);
	});

	test('submissions with the same time are each there once', async () => {
		const ids = Array.from({ length: 201 }, () =>
			addSubmission(sandbox, { createdAt: '2026-03-01T00:00:00.000Z' }),
		).map(({ id }) => id);
		const found = idsOf(await read());

		expect(found).toHaveLength(201);
		expect(new Set(found)).toEqual(new Set(ids));
	});

	describe('while others write', () => {
		let forwarder: Forwarder;
		beforeAll(async () => (forwarder = await startForwarder(sandbox.url)));
		beforeEach(() => (forwarder.passage = {}));
		afterAll(async () => await forwarder.close());

		/** Does something each time that HighLevel has answered a page, as far as there is something to do. */
		const readWhile = async (steps: Array<() => void>) => {
			forwarder.passage.answer = (body, { path }) => {
				if (path.startsWith('/forms/submissions')) steps.shift()?.();
				return body;
			};
			const parameters = { returnAll: true, filters: {} };
			return await succeed(sandbox, 'form.getSubmissions', { parameters, baseUrl: forwarder.url });
		};
		const send = () => addSubmission(sandbox, { createdAt: '2026-03-02T00:00:00.000Z' });
		const remove = (ids: string[]) => ids.forEach((id) => sandbox.state.formSubmissions.delete(id));

		test('those that are sent meanwhile push none out and double none', async () => {
			const ids = addMany(320);
			const sendFive = () => void [1, 2, 3, 4, 5].forEach(send);

			expect(idsOf(await readWhile([sendFive, sendFive, sendFive]))).toEqual(ids);
		});

		test('those that are deleted meanwhile hide no others', async () => {
			const ids = addMany(320);
			const found = idsOf(
				await readWhile([
					() => remove(ids.slice(0, 3)),
					() => undefined,
					() => remove(ids.slice(5, 130)),
					() => send(),
					() => remove(ids.slice(140, 141)),
				]),
			);

			expect(new Set(ids.filter((id) => !found.includes(id)))).toEqual(new Set());
			expect(found).toHaveLength(new Set(found).size);
		});

		test('deletions without end are an error, and not a list with holes', async () => {
			const ids = addMany(320);
			const removals = ids.slice(0, 60).map((id) => () => remove([id]));
			forwarder.passage.answer = (body) => {
				removals.shift()?.();
				return body;
			};
			const error = await fail(sandbox, 'form.getSubmissions', {
				parameters: { returnAll: true, filters: {} },
				baseUrl: forwarder.url,
			});

			expect(error.message).toMatch(/^Submissions were deleted 20 times while they were read/);
			expect(error.description).toContain('Nothing was returned');
		});
	});
});
