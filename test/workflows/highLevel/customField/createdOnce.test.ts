import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { requestsOf } from '../../../support/sandboxRuns';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: HighLevelSandbox;
let seed = 0;
// The node remembers what it has created, so no id may come twice.
beforeEach(async () => (sandbox = await startSandbox({ seed: ++seed })));
afterEach(async () => await sandbox.close());

const CREATE = { method: 'POST', path: '/customFields$' };
const called = (name: string) =>
	sandbox.state.customFields.inGroup(DEMO.locationId).filter((field) => field.name === name);

test.each(['contact', 'opportunity'])(
	'a field of a %s is created once when the answer is lost, and comes out with its id',
	async (model) => {
		sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE });
		const [field] = await succeed(sandbox, 'customField.create', {
			parameters: { name: 'Bathrooms', dataType: 'NUMERICAL', additionalFields: { model } },
		});

		expect(called('Bathrooms').map(({ id }) => id)).toEqual([field?.id]);
		expect(field).toMatchObject({ fieldKey: `${model}.bathrooms`, dataType: 'NUMERICAL' });
		expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
	},
);

test('a field that never arrived is sent again, and is there once', async () => {
	sandbox.faults.add({ kind: 'connectionReset', times: 1, ...CREATE });
	await succeed(sandbox, 'customField.create', { parameters: { name: 'Pool', dataType: 'TEXT' } });

	expect(called('Pool')).toHaveLength(1);
	expect(requestsOf(sandbox, 'POST')).toHaveLength(2);
});

test('one name for a contact and for an opportunity makes two fields, although each answer is lost', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', times: 2, ...CREATE });
	const run = await runOperation(sandbox, 'customField.create', {
		items: [{ model: 'contact' }, { model: 'opportunity' }],
		parameters: { name: 'Pool', dataType: 'TEXT', additionalFields: { model: '={{ $json.model }}' } },
	});

	expect(run.error).toBeUndefined();
	expect(run.items.map(({ json }) => json.fieldKey)).toEqual(['contact.pool', 'opportunity.pool']);
	expect(called('Pool')).toHaveLength(2);
});

test('the field of the first item is not passed off as that of a second that is refused', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE });
	const run = await runOperation(sandbox, 'customField.create', {
		items: [{}, {}],
		parameters: { name: 'Pool', dataType: 'TEXT' },
		onError: 'continueErrorOutput',
	});

	expect(run.items).toHaveLength(1);
	expect(run.errorItems.map(({ json }) => json.error)).toEqual([expect.stringContaining('already exists')]);
	expect(called('Pool')).toHaveLength(1);
});

test('a token that may not read custom fields creates none twice; the operator is asked to look', async () => {
	const demo = sandbox.state.tokens.get(DEMO.token);
	if (!demo) throw new Error('The seed has no demo token');
	const token = 'pit-00000000-demo-demo-demo-writesfields0';
	sandbox.state.tokens.set(token, { ...demo, token, scopes: ['locations/customFields.write'] });
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE });
	const error = await fail(sandbox, 'customField.create', {
		parameters: { name: 'Pool', dataType: 'TEXT' },
		token,
	});

	expect(error.message).toContain('the change may have happened');
	expect(error.details).toMatchObject({ mayHaveHappened: true });
	expect(called('Pool')).toHaveLength(1);
});
