import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { requestsOf } from '../../../support/sandboxRuns';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const CREATE = { method: 'POST', path: '/tags$' };
const parameters = { name: 'Open House Fair' };
const called = (name: string) =>
	sandbox.state.tags.inGroup(DEMO.locationId).filter((tag) => tag.name === name);

test('a tag is created once when the answer is lost, and comes out with its id', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE });
	const records = await succeed(sandbox, 'tag.create', { parameters });

	expect(records).toEqual(called('open house fair'));
	expect(records).toHaveLength(1);
	expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
});

test('a tag that never arrived is sent again, and is there once', async () => {
	sandbox.faults.add({ kind: 'connectionReset', times: 1, ...CREATE });
	const records = await succeed(sandbox, 'tag.create', { parameters });

	expect(records).toEqual(called('open house fair'));
	expect(requestsOf(sandbox, 'POST')).toHaveLength(2);
});

test('the tag of that name is what was wanted, also when the lost answer was a refusal', async () => {
	const [first] = await succeed(sandbox, 'tag.create', { parameters });
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE });
	const [second] = await succeed(sandbox, 'tag.create', { parameters });

	expect(second).toEqual(first);
	expect(called('open house fair')).toHaveLength(1);
});

test('two items of the same name make one tag; the second is told that it is there', async () => {
	const run = await runOperation(sandbox, 'tag.create', {
		items: [{}, {}],
		parameters,
		onError: 'continueErrorOutput',
	});

	expect(run.items).toHaveLength(1);
	expect(run.errorItems.map(({ json }) => String(json.error))).toEqual([
		'HighLevel refused the data: Tag with name open house fair already exists',
	]);
	expect(called('open house fair')).toHaveLength(1);
});

test('a token that may not read tags creates none twice; the operator is asked to look', async () => {
	const demo = sandbox.state.tokens.get(DEMO.token);
	if (!demo) throw new Error('The seed has no demo token');
	const token = 'pit-00000000-demo-demo-demo-writestags';
	sandbox.state.tokens.set(token, { ...demo, token, scopes: ['locations/tags.write'] });
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE });
	const error = await fail(sandbox, 'tag.create', { parameters, token });

	expect(error.message).toContain('the change may have happened');
	expect(called('open house fair')).toHaveLength(1);
	expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
});

test('a new name whose answer is lost is written once more, which does no harm', async () => {
	const [tag] = await succeed(sandbox, 'tag.create', { parameters });
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, method: 'PUT' });
	const [renamed] = await succeed(sandbox, 'tag.update', {
		parameters: { tagId: byId(String(tag?.id)), name: 'Garden Fair' },
	});

	expect(renamed).toMatchObject({ id: tag?.id, name: 'garden fair' });
	expect(called('garden fair')).toHaveLength(1);
});
