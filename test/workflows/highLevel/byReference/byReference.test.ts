import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, runOperation, startSandbox } from '../../../support/highLevel';
import { succeed } from '../../../support/odd/outcomes';
import { pace } from '../../../support/pace';
import { detailsOf, requestsOf, storeContact, textOf } from '../../../support/sandboxRuns';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

const NOTE = 'note.upsertByReference';
const TASK = 'task.upsertByReference';
const REFERENCE = 'Wise Agent note 8812345';
const PARTS = { text: REFERENCE, system: 'Wise Agent', kind: 'note', id: '8812345' };

let sandbox: HighLevelSandbox;
let contactId: string;
let seed = 0;
beforeEach(async () => {
	// The node remembers what it has created, so no ID may come twice.
	sandbox = await startSandbox({ seed: ++seed });
	contactId = storeContact(sandbox);
});
afterEach(async () => await sandbox.close());

const note = (body: string, more: IDataObject = {}) => ({
	parameters: { contactId, reference: REFERENCE, body, ...more },
});
const notes = () => sandbox.state.notes.inGroup(contactId);
const bodies = () => notes().map(({ body }) => body);
const create = async (body: string) =>
	String(
		(await succeed(sandbox, 'note.create', { parameters: { contactId: byId(contactId), body } }))[0]?.id,
	);
const rewrite = (id: string, body: string) => {
	const stored = sandbox.state.notes.get(id);
	if (stored) sandbox.state.notes.set(id, { ...stored, body });
};

test('a copy is created, stays as it is, and is updated; its reference is a field of its own', async () => {
	const [created] = await succeed(sandbox, NOTE, note('Wants a garden'));
	expect(created).toMatchObject({
		...{ outcome: 'created', body: 'Wants a garden', reference: PARTS },
		changes: { body: { from: null, to: 'Wants a garden' }, reference: { from: null, to: PARTS } },
	});
	expect(bodies()).toEqual([`Wants a garden\n${REFERENCE}`]);

	const [echo] = await succeed(
		sandbox,
		NOTE,
		note(`<p>Wants a  garden</p><p>${REFERENCE.toLowerCase()}</p>`),
	);
	expect(echo).toMatchObject({ outcome: 'unchanged', changedFields: [], id: created?.id, reference: PARTS });

	const [updated] = await succeed(
		sandbox,
		NOTE,
		note('Wants a garage', { additionalFields: { pinned: true } }),
	);
	expect(updated).toMatchObject({
		...{ outcome: 'updated', id: created?.id },
		changes: { body: { from: 'Wants a garden', to: 'Wants a garage' }, pinned: { from: false, to: true } },
	});
	expect(bodies()).toEqual([`Wants a garage\n${REFERENCE}`]);
	expect(requestsOf(sandbox, 'PUT')).toHaveLength(1);
});

test('a copy that a person has edited in HighLevel, which stores HTML, is found, read, and updated', async () => {
	const [created] = await succeed(sandbox, NOTE, note('Wants a garden'));
	rewrite(String(created?.id), '<p>Wants a <b>garden</b></p><p>Wise Agent note&nbsp;8812345</p>');
	const read = { parameters: { contactId: byId(contactId), noteId: byId(String(created?.id)) } };
	expect(await succeed(sandbox, 'note.get', read)).toMatchObject([
		{ body: '<p>Wants a <b>garden</b></p>', reference: PARTS },
	]);
	expect(await succeed(sandbox, NOTE, note('Wants a garden'))).toMatchObject([{ outcome: 'unchanged' }]);

	await succeed(sandbox, NOTE, note('<p>Wants a garage</p>'));
	expect(bodies()).toEqual([`<p>Wants a garage</p><p>${REFERENCE}</p>`]);
});

test('Update keeps the reference of a note whose text it replaces, and says what changed', async () => {
	const [created] = await succeed(sandbox, NOTE, note('Wants a garden'));
	const one = { contactId: byId(contactId), noteId: byId(String(created?.id)) };
	const updateFields = { body: 'Wants a garage' };
	expect(await succeed(sandbox, 'note.update', { parameters: { ...one, updateFields } })).toMatchObject([
		{ changedFields: ['body'], changes: { body: { from: 'Wants a garden', to: 'Wants a garage' } } },
	]);
	expect(bodies()).toEqual([`Wants a garage\n${REFERENCE}`]);
});

test('two notes with one reference are refused, and both are named', async () => {
	const ids = [await create(`One\n${REFERENCE}`), await create(`<p>Two</p><p>${REFERENCE}</p>`)];
	const run = await runOperation(sandbox, NOTE, note('Three'));

	expect(run.error?.message).toBe(
		`Two notes of contact ${contactId} have the reference "${REFERENCE}": ${ids.join(' and ')}`,
	);
	expect(detailsOf(run)).toMatchObject({ field: 'reference', noteIds: ids });
	expect(textOf(run)).toContain('Nothing was written');
	expect(requestsOf(sandbox, 'PUT')).toEqual([]);
});

test('a note with the same text and no reference becomes the copy, unless that is switched off', async () => {
	const other = await create('Wants a garden\nRef: Airtable rec1');
	const alike = await create('<div>Wants a garden</div>');
	expect(await succeed(sandbox, NOTE, note('Wants a garden'))).toMatchObject([
		{ outcome: 'updated', id: alike, changes: { reference: { from: null, to: PARTS } } },
	]);
	expect(sandbox.state.notes.get(alike)?.body).toBe(`<div>Wants a garden</div><p>${REFERENCE}</p>`);
	expect(sandbox.state.notes.get(other)?.body).toContain('Ref: Airtable rec1');

	const further = await create('Sold');
	const off = { reference: 'Wise Agent note 99', options: { adoptExisting: false } };
	await succeed(sandbox, NOTE, note('Sold', off));
	expect(sandbox.state.notes.get(further)?.body).toBe('Sold');
	expect(bodies()).toHaveLength(4);
});

test('two items and two executions with one reference, responses lost, make one note', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', method: 'POST', path: '/notes$', times: 1 });
	const run = async () => await succeed(sandbox, NOTE, { items: [{}, {}], ...note('Wants a garden') });
	const written = (await Promise.all([run(), run()])).flat();

	expect(bodies()).toEqual([`Wants a garden\n${REFERENCE}`]);
	expect(written.map(({ outcome }) => outcome).sort()).toEqual([
		'created',
		'unchanged',
		'unchanged',
		'unchanged',
	]);
});

test('Dry Run says what it would write, and writes nothing', async () => {
	const dry = async (body: string) => await succeed(sandbox, NOTE, note(body, { dryRun: true }));
	expect(await dry('Wants a garden')).toEqual([
		{
			outcome: 'wouldCreate',
			changes: { body: { from: null, to: 'Wants a garden' }, reference: { from: null, to: PARTS } },
		},
	]);
	await succeed(sandbox, NOTE, note('Wants a garden'));
	expect(await dry('Wants a garage')).toMatchObject([
		{ outcome: 'wouldUpdate', changes: { body: { from: 'Wants a garden', to: 'Wants a garage' } } },
	]);
	expect(await dry('Wants a garden')).toMatchObject([{ outcome: 'unchanged', changes: {} }]);
	expect(bodies()).toEqual([`Wants a garden\n${REFERENCE}`]);
});

test('a task by reference is created, completed, moved, and needs a due date only when it is new', async () => {
	const write = (more: IDataObject) => ({
		parameters: { contactId, reference: 'Airtable rec123', title: 'Call back', ...more },
	});
	const refused = await runOperation(sandbox, TASK, write({}));
	expect(refused.error?.message).toBe('HighLevel creates no task without "Due Date"');
	const dueDate = '2027-03-01T10:00:00Z';
	const [created] = await succeed(sandbox, TASK, write({ dueDate }));
	expect(created).toMatchObject({
		outcome: 'created',
		reference: { system: 'Airtable', kind: null, id: 'rec123' },
	});
	expect(await succeed(sandbox, TASK, write({ dueDate: '2027-03-01T05:00:00-05:00' }))).toMatchObject([
		{ outcome: 'unchanged' },
	]);
	expect(
		await succeed(sandbox, TASK, write({ additionalFields: { completed: true, body: 'by phone' } })),
	).toMatchObject([
		{ outcome: 'updated', changedFields: ['body', 'completed'], body: 'by phone', completed: true },
	]);
	expect([...sandbox.state.tasks.inGroup(contactId)]).toMatchObject([
		{ id: created?.id, title: 'Call back', body: 'by phone\nRef: Airtable rec123', completed: true },
	]);
});
