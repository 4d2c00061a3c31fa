import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { storeContact } from '../../../support/sandboxRuns';

const { budget } = DEMO.customFields;

let sandbox: HighLevelSandbox;
beforeAll(async () => void (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

async function jsonOf(id: string, parameters: object): Promise<Record<string, unknown>> {
	const { items, error } = await runOperation(sandbox, id, { parameters: { options: {}, ...parameters } });
	expect(error?.message).toBeUndefined();
	return items[0]?.json ?? {};
}

const ADA = { email: 'ada@example.com', firstName: 'Ada', city: 'London', tags: ['buyer'] };

test('an update says what each field had and has now, also custom fields by their names, and tags', async () => {
	const contactId = storeContact(sandbox, ADA);
	const parameters = {
		contactId: byId(contactId),
		updateFields: { city: 'Paris', firstName: 'Ada', tags: 'seller' },
		customFields: { mappingMode: 'defineBelow', value: { [budget]: 250000 } },
	};
	const planned = await jsonOf('contact.update', { ...parameters, dryRun: true });
	const written = await jsonOf('contact.update', parameters);

	const changes = {
		city: { from: 'London', to: 'Paris' },
		Budget: { from: null, to: 250000 },
		tags: { from: ['buyer'], to: ['buyer', 'seller'] },
	};
	expect(planned).toMatchObject({ outcome: 'wouldUpdate', changes, id: contactId, city: 'London' });
	expect(written).toMatchObject({ outcome: 'updated', changes, id: contactId, city: 'Paris' });
	expect(await jsonOf('contact.update', { ...parameters, dryRun: true })).toMatchObject({
		outcome: 'unchanged',
		changes: {},
	});
});

test.each([true, false])(
	'Create or Update plans to write to the contact that is there, whether duplicates are allowed (%s) or not',
	async (allowDuplicateContact) => {
		const own = await startSandbox({ allowDuplicateContact });
		try {
			const contactId = storeContact(own, ADA);
			const plan = async (email: string) => {
				const person = { email, phone: '', additionalFields: { city: 'Paris' }, options: {} };
				const run = await runOperation(own, 'contact.upsert', { parameters: { ...person, dryRun: true } });
				return run.items[0]?.json;
			};
			expect(await plan(ADA.email)).toMatchObject({
				outcome: 'wouldUpdate',
				id: contactId,
				changes: { city: { from: 'London', to: 'Paris' } },
			});
			expect(await plan('new@example.com')).toMatchObject({
				outcome: 'wouldCreate',
				changes: { email: { from: null, to: 'new@example.com' }, city: { from: null, to: 'Paris' } },
			});
		} finally {
			await own.close();
		}
	},
);

test('a dry run refuses what the node itself checks, and what is not there', async () => {
	const { error } = await runOperation(sandbox, 'contact.upsert', {
		parameters: { email: 'no address', phone: '', dryRun: true },
	});
	expect(error?.message).toContain('email');

	const { error: gone } = await runOperation(sandbox, 'task.delete', {
		parameters: { contactId: byId(storeContact(sandbox)), taskId: byId('nobody'), dryRun: true },
	});
	expect(gone?.message).toContain('not found');
});

test('a dry run of a task shows what it has now', async () => {
	const contactId = storeContact(sandbox);
	const created = await jsonOf('task.create', {
		contactId: byId(contactId),
		title: 'Call',
		dueDate: '2027-03-01T10:00:00Z',
		additionalFields: {},
	});
	const task = { contactId: byId(contactId), taskId: byId(String(created.id)), dryRun: true };

	expect(await jsonOf('task.update', { ...task, updateFields: { title: 'Visit' } })).toMatchObject({
		id: created.id,
		outcome: 'wouldUpdate',
		changes: { title: { from: 'Call', to: 'Visit' } },
	});
	expect(await jsonOf('task.update', { ...task, updateFields: { title: 'Call' } })).toMatchObject({
		outcome: 'unchanged',
		changes: {},
	});
	expect(await jsonOf('task.delete', task)).toMatchObject({ id: created.id, outcome: 'wouldDelete' });
});
