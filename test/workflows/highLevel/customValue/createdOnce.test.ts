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

const CREATE = { method: 'POST', path: '/customValues$' };
const broker = { parameters: { name: 'Broker', value: 'Harborview Realty' } };
const called = (name: string) =>
	sandbox.state.customValues.inGroup(DEMO.locationId).filter((one) => one.name === name);

test('a custom value is created once when the answer is lost, and comes out with its id and key', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE });
	const values = await succeed(sandbox, 'customValue.create', broker);

	expect(values).toEqual(called('Broker'));
	expect(values).toMatchObject([{ fieldKey: '{{ custom_values.broker }}' }]);
	expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
});

test('one that never arrived is sent again, and is there once', async () => {
	sandbox.faults.add({ kind: 'connectionReset', times: 1, ...CREATE });
	const values = await succeed(sandbox, 'customValue.create', broker);

	expect(values).toEqual(called('Broker'));
	expect(requestsOf(sandbox, 'POST')).toHaveLength(2);
});

test('an older one with this name and text is not passed off as the new one', async () => {
	const id = 'cvOlder0000000000001';
	sandbox.state.customValues.set(id, {
		id,
		locationId: DEMO.locationId,
		name: 'Broker',
		fieldKey: '{{ custom_values.of_before }}',
		value: 'Harborview Realty',
	});
	sandbox.faults.add({ kind: 'connectionReset', times: 1, ...CREATE });
	const [value] = await succeed(sandbox, 'customValue.create', broker);

	expect(value?.id).not.toBe(id);
	expect(called('Broker')).toHaveLength(2);
});

test('the answer of the first item is not passed off as that of a second that is refused', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE });
	const run = await runOperation(sandbox, 'customValue.create', {
		...broker,
		items: [{}, {}],
		onError: 'continueErrorOutput',
	});

	expect(run.items).toHaveLength(1);
	expect(run.errorItems.map(({ json }) => json.error)).toEqual([expect.stringContaining('already exists')]);
	expect(called('Broker')).toHaveLength(1);
});

test('a token that may not read custom values creates none twice; the operator is asked to look', async () => {
	const demo = sandbox.state.tokens.get(DEMO.token);
	if (!demo) throw new Error('The seed has no demo token');
	const token = 'pit-00000000-demo-demo-demo-writesvalues0';
	sandbox.state.tokens.set(token, { ...demo, token, scopes: ['locations/customValues.write'] });
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE });
	const error = await fail(sandbox, 'customValue.create', { ...broker, token });

	expect(error.message).toContain('the change may have happened');
	expect(error.details).toMatchObject({ mayHaveHappened: true });
	expect(called('Broker')).toHaveLength(1);
	expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
});
