import type { IDataObject } from 'n8n-workflow';

import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { requestsOf } from '../../../support/sandboxRuns';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

const F = DEMO.customFields;

let sandbox: HighLevelSandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
	await write({ 'contact.bedrooms': 2 });
});
afterEach(async () => await sandbox.close());

/** Writes a contact, for which the node reads the fields and keeps them. */
async function write(value: IDataObject): Promise<unknown> {
	const [contact] = await succeed(sandbox, 'contact.create', contactWith(value));
	return sandbox.state.contacts.get(String(contact?.id))?.customFields;
}

const contactWith = (value: IDataObject) => ({
	parameters: {
		firstName: 'Ava',
		customFields: { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] },
	},
});

const reads = () => requestsOf(sandbox, 'GET', /customFields$/).length;

test('the fields are read once for many contacts as long as nobody changes them', async () => {
	await write({ 'contact.bedrooms': 3 });

	expect(reads()).toBe(1);
});

test('a field that was just created can be filled at once, by its key', async () => {
	await succeed(sandbox, 'customField.create', { parameters: { name: 'Pool', dataType: 'NUMERICAL' } });
	const field = sandbox.state.customFields.inGroup(DEMO.locationId).find(({ name }) => name === 'Pool');

	expect(await write({ 'contact.pool': '1' })).toEqual([{ id: field?.id, value: 1 }]);
});

test('a field that was just deleted is not written to any more', async () => {
	await succeed(sandbox, 'customField.delete', { parameters: { customFieldId: byId(F.bedrooms) } });
	const error = await fail(sandbox, 'contact.create', contactWith({ [F.bedrooms]: 2 }));

	expect(error.message).toBe(`This location has no custom field "${F.bedrooms}"`);
	expect(error.description).not.toContain('contact.bedrooms');
});

test('a field that was just renamed is called by its new name where a value is wrong', async () => {
	const parameters = { customFieldId: byId(F.bedrooms), updateFields: { name: 'Sleeping Rooms' } };
	await succeed(sandbox, 'customField.update', { parameters });
	const error = await fail(sandbox, 'contact.create', contactWith({ [F.bedrooms]: 'two' }));

	expect(error.message).toBe('"Sleeping Rooms" is not a number: two');
});

test('a change of which nothing is known but that its answer was lost counts as one', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', method: 'DELETE', path: '/customFields/' });
	await fail(sandbox, 'customField.delete', {
		parameters: { customFieldId: byId(F.bedrooms) },
	});
	const error = await fail(sandbox, 'contact.create', contactWith({ [F.bedrooms]: 2 }));

	expect(error.message).toContain('has no custom field');
});
