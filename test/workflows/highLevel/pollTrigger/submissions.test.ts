import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { submit } from '../../../../sandbox/highLevel/submissions/submit';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { startForwarder } from '../../../support/odd/forwarder';
import { Killed, Poller } from '../../../support/running/runPolls';
import { addSubmission } from '../form/records';
import { envelopeOf } from './records';

const { forms, surveys, customFields } = DEMO;
const DAY_MS = 86_400_000;

let sandbox: HighLevelSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

async function active(parameters: IDataObject = {}, options: object = {}): Promise<Poller> {
	const poller = new Poller(sandbox, {
		parameters: { events: ['formSubmitted'], ...parameters },
		...options,
	});
	expect(await poller.activate()).toEqual([]);
	sandbox.requests.length = 0;
	return poller;
}

const idsOf = (items: IDataObject[]) => items.map(({ id }) => id);
const reads = () => sandbox.requests.filter(({ path }) => path === '/forms/submissions');
const send = (answers: Record<string, unknown>, form: string = forms.inquiry) =>
	submit(sandbox.state, 'form', form, answers);
const at = (createdAt: number | string) => ({ createdAt: new Date(createdAt).toISOString() });

test('what is sent starts the workflow once, with fields and form by name, and nothing older does', async () => {
	addSubmission(sandbox);
	const poller = await active();
	const { id, contactId, createdAt } = send({ email: 'ada@x.example', [customFields.budget]: 450_000 });

	expect(await poller.poll()).toEqual([
		{
			...envelopeOf(id, contactId),
			event: 'formSubmitted',
			id,
			formId: forms.inquiry,
			formName: 'Buyer inquiry',
			email: 'ada@x.example',
			createdAt,
			fields: { email: 'ada@x.example', Budget: 450_000 },
		},
	]);
	expect(await poller.poll()).toEqual([]);
});

test('a poll without news costs one request', async () => {
	for (let index = 0; index < 250; index++) addSubmission(sandbox, at(Date.now() - DAY_MS - index * 60_000));
	const poller = await active();

	expect(await poller.poll()).toEqual([]);
	expect(sandbox.requests).toHaveLength(1);
});

test('the first submission ever is new, and so is one after years without any', async () => {
	const first = await active();
	const { id } = send({ first_name: 'First' });
	expect(idsOf(await first.poll())).toEqual([id]);

	sandbox.state.formSubmissions.clear();
	for (const day of [800, 801, 900]) addSubmission(sandbox, at(Date.now() - day * DAY_MS));
	const later = await active();
	const next = send({ first_name: 'Next' });
	expect(idsOf(await later.poll())).toEqual([next.id]);
});

test('forms and surveys are events of their own, those of one or of all', async () => {
	const both = await active({ events: ['formSubmitted', 'surveySubmitted'] });
	const one = await active({ filters: { formId: byId(forms.valuation) } });
	const inquiry = send({ first_name: 'Ada' });
	const valuation = send({ full_name: 'Charles' }, forms.valuation);
	const survey = submit(sandbox.state, 'survey', surveys.viewing, { terms_and_conditions: 'Yes' });

	expect((await both.poll()).map(({ event, id }) => [event, id])).toEqual([
		['formSubmitted', inquiry.id],
		['formSubmitted', valuation.id],
		['surveySubmitted', survey.id],
	]);
	expect(idsOf(await one.poll())).toEqual([valuation.id]);
});

test('a form that is chosen later begins then', async () => {
	const poller = await active({ filters: { formId: byId(forms.valuation) } });
	send({ first_name: 'Before' });
	// n8n saves what a poll remembers with an execution alone.
	send({ full_name: 'Owner' }, forms.valuation);
	await poller.poll();
	expect(await poller.republish({ filters: { formId: byId(forms.inquiry) } })).toEqual([]);
	const { id } = send({ first_name: 'After' });

	expect(idsOf(await poller.poll())).toEqual([id]);
});

test('from a date, those that were sent since come, the oldest first', async () => {
	addSubmission(sandbox, at(Date.now() - 9 * DAY_MS));
	const newer = addSubmission(sandbox, at(Date.now() - DAY_MS));
	const older = addSubmission(sandbox, at(Date.now() - 2 * DAY_MS));
	const startDate = new Date(Date.now() - 3 * DAY_MS).toISOString();
	const poller = new Poller(sandbox, {
		parameters: { events: ['formSubmitted'], startFrom: 'date', startDate },
	});

	expect(idsOf(await poller.activate())).toEqual([older.id, newer.id]);
	expect(await poller.poll()).toEqual([]);
});

test('of 1,200 submissions over 20 polls each comes once, though they show late, many at the same time', async () => {
	const poller = await active();
	const sent: string[] = [];
	const late: Array<() => string> = [];
	const begun = Date.now();
	for (let poll = 0; poll < 20; poll++) {
		const second = begun + poll * 60_000;
		for (let index = 0; index < 60; index++) {
			const createdAt = at(second + (index % 3) * 1000);
			const store = () => addSubmission(sandbox, createdAt).id;
			// Every fifth shows in the next poll only, behind others that were sent after it.
			if (index % 5 === 0) late.push(store);
			else sent.push(store());
		}
		await poller.poll();
		sent.push(...late.splice(0).map((store) => store()));
	}
	await poller.poll();

	expect(sent).toHaveLength(1200);
	expect(poller.items).toHaveLength(1200);
	expect(new Set(idsOf(poller.items))).toEqual(new Set(sent));
	expect(poller.stateBytes).toBeLessThan(20_000);
});

test('a submission that shows after a delay of the search comes, also behind a newer one', async () => {
	const poller = await active();
	const now = Date.now();
	const newer = addSubmission(sandbox, at(now));
	expect(idsOf(await poller.poll())).toEqual([newer.id]);
	const older = addSubmission(sandbox, at(now - 100_000));

	expect(idsOf(await poller.poll())).toEqual([older.id]);
	expect(await poller.poll()).toEqual([]);
});

test.each(['newest', 'oldest', 'mixed'])(
	'whatever order HighLevel has (%s first), each comes once',
	async (order) => {
		const { formSubmissions } = sandbox.state;
		for (let index = 0; index < 130; index++) addSubmission(sandbox, at(Date.now() - DAY_MS - index * 1000));
		const poller = await active();
		const sent = Array.from({ length: 230 }, (_, index) => addSubmission(sandbox, at(Date.now() + index)).id);
		const now = Date.now();
		// The sandbox has the newest first: where that is the oldest, times run backward by the clock of HighLevel.
		if (order !== 'newest') {
			for (const [place, one] of [...formSubmissions.values()].entries()) {
				const isNew = sent.includes(one.id);
				if (!isNew) continue;
				const time = order === 'oldest' ? now + 1000 - place : now + ((place * 7919) % 1000);
				formSubmissions.set(one.id, { ...one, ...at(time) });
			}
		}

		expect(new Set(idsOf(await poller.poll()))).toEqual(new Set(sent));
		expect(await poller.poll()).toEqual([]);
	},
);

test('a poll that fails half-way puts nothing out, and the next one all', async () => {
	for (let index = 0; index < 150; index++) addSubmission(sandbox, at(Date.now() - DAY_MS));
	const poller = await active();
	const sent = Array.from({ length: 150 }, () => addSubmission(sandbox, at(Date.now())).id);
	sandbox.faults.add({ kind: 'serverError', method: 'GET', path: '/forms/submissions', times: 50 });

	await expect(poller.poll()).rejects.toThrow();
	sandbox.faults.clear();
	expect(new Set(idsOf(await poller.poll()))).toEqual(new Set(sent));
	expect(poller.items).toHaveLength(150);
});

test.each([false, true])('nothing is missing after n8n was killed (durable cursors: %s)', async (durable) => {
	const poller = await active({}, { durable });
	const first = send({ first_name: 'One' });
	await poller.poll();
	const second = send({ first_name: 'Two' });
	poller.dieWhile('beforeStart');
	await expect(poller.poll()).rejects.toThrow(Killed);
	const third = send({ first_name: 'Three' });
	await poller.restart();
	await poller.poll();

	const ids = idsOf(poller.items);
	expect(new Set(ids)).toEqual(new Set([first.id, second.id, third.id]));
	const repeated = poller.items.filter(({ id }, place) => ids.indexOf(id) !== place);
	expect(repeated.every(({ possibleRepeat }) => possibleRepeat === true)).toBe(true);
	if (durable) expect(repeated).toEqual([]);
});

test('more than a poll takes come with the next ones', async () => {
	const poller = await active({ options: { maxContacts: 100 } });
	const sent = Array.from({ length: 250 }, (_, index) => addSubmission(sandbox, at(Date.now() + index)).id);
	const counts: number[] = [];
	for (let poll = 0; poll < 4; poll++) counts.push((await poller.poll()).length);

	expect(counts.reduce((sum, one) => sum + one, 0)).toBe(250);
	expect(counts[0]).toBeLessThan(250);
	expect(idsOf(poller.items)).toEqual(sent);
});

test('odd submissions come once, too: without a time, an ID, a contact or fields', async () => {
	const forwarder = await startForwarder(sandbox.url);
	try {
		const poller = await active({}, { baseUrl: forwarder.url });
		const [noTime, noId, noFields] = ['No time', 'No ID', 'No fields'].map((name) =>
			addSubmission(sandbox, { name }),
		);
		forwarder.passage.answer = (body, { path }) => {
			if (!path.startsWith('/forms/submissions')) return body;
			const answer = JSON.parse(body) as { submissions: IDataObject[] };
			for (const one of answer.submissions) {
				if (one.id === noTime?.id) one.createdAt = 'soon';
				if (one.id === noId?.id) delete one.id;
				if (one.id === noFields?.id) one.others = null;
			}
			return JSON.stringify(answer);
		};

		expect((await poller.poll()).map(({ name }) => name).sort()).toEqual(['No ID', 'No fields', 'No time']);
		expect(await poller.poll()).toEqual([]);
	} finally {
		await forwarder.close();
	}
});

test('the test step shows the latest ones of the form, and says so when there is none', async () => {
	const poller = await active({ filters: { formId: byId(forms.valuation) } });
	await expect(poller.test()).rejects.toThrow('HighLevel has no record yet');
	send({ first_name: 'Other' });
	for (const full_name of ['One', 'Two', 'Three', 'Four']) send({ full_name }, forms.valuation);

	expect(await poller.test()).toMatchObject([{ name: 'Four' }, { name: 'Three' }, { name: 'Two' }]);
	expect(reads().length).toBeGreaterThan(0);
});

test('without Simplify, all that HighLevel gives is there', async () => {
	const poller = await active({ simplify: false });
	send({ [customFields.budget]: 1 });

	expect(await poller.poll()).toMatchObject([
		{ fields: { Budget: 1 }, others: { [customFields.budget]: 1, eventData: { medium: 'form' } } },
	]);
});
