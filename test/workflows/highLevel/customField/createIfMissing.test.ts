import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { ALL_SCOPES } from '../../../../sandbox/highLevel';
import { DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { startForwarder } from '../../../support/odd/forwarder';
import { fail, succeed } from '../../../support/odd/outcomes';
import { pace } from '../../../support/pace';
import { requestsOf } from '../../../support/sandboxRuns';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: HighLevelSandbox;
let seed = 500;
// The node remembers what it has created, so no ID may come twice.
beforeEach(async () => (sandbox = await startSandbox({ seed: ++seed })));
afterEach(async () => await sandbox.close());

const OPERATION = 'customField.createIfMissing';
const WANTED = { name: 'Wise Agent ID', dataType: 'TEXT' };
const create = async (parameters: IDataObject = WANTED) =>
	(await succeed(sandbox, OPERATION, { parameters }))[0];
const posts = () => requestsOf(sandbox, 'POST').length;

/** All fields of the location with this name, whatever its case and spaces. */
function called(name = WANTED.name) {
	const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
	return sandbox.state.customFields
		.inGroup(DEMO.locationId)
		.filter((field) => plain(field.name) === plain(name));
}

/** A field that somebody else makes. */
function store(fields: IDataObject = {}): string {
	const id = sandbox.state.newId();
	const known = {
		id,
		locationId: DEMO.locationId,
		fieldKey: 'contact.wise_agent_id',
		model: 'contact' as const,
	};
	const empty = { placeholder: '', position: 0, options: [], textBoxes: [] };
	sandbox.state.customFields.set(id, { ...known, ...empty, ...WANTED, dataType: 'TEXT', ...fields });
	return id;
}

/** Does something once the node has looked which fields there are, and before it creates one. */
function afterTheLook(work: () => void): void {
	const push = sandbox.requests.push.bind(sandbox.requests);
	sandbox.requests.push = (...requests) => {
		if (requests.some(({ method }) => method === 'POST')) {
			sandbox.requests.push = push;
			work();
		}
		return push(...requests);
	};
}

test('a field is created once, and found from then on by its name, whatever the case and spaces', async () => {
	const first = await create();
	expect(first).toMatchObject({ outcome: 'created', name: 'Wise Agent ID', model: 'contact' });
	expect(sandbox.requests.map(({ method }) => method)).toEqual(['GET', 'POST']);
	const second = await create({ ...WANTED, name: '  wise  agent id ' });
	expect(second).toMatchObject({ outcome: 'unchanged', id: first?.id, fieldKey: first?.fieldKey });
	const other = await create({ ...WANTED, additionalFields: { model: 'opportunity' } });
	expect(other).toMatchObject({ outcome: 'created', model: 'opportunity' });
	expect(posts()).toBe(2);
	expect(called().map(({ model }) => model)).toEqual(['contact', 'opportunity']);
});

test('two executions of two items each at the same time make one field, also when a response is lost', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, method: 'POST' });
	const runs = await Promise.all(
		[1, 2].map(async () => await runOperation(sandbox, OPERATION, { items: [{}, {}], parameters: WANTED })),
	);
	expect(runs.map(({ error }) => error?.message)).toEqual([undefined, undefined]);
	expect(posts()).toBe(1);
	const results = runs.flatMap(({ items }) => items.map(({ json }) => json));
	expect(called().map(({ id }) => id)).toEqual([...new Set(results.map(({ id }) => id))]);
	expect(results.map(({ outcome }) => outcome).sort()).toEqual(['created', ...Array(3).fill('unchanged')]);
});

test('a field that another n8n creates in between is returned, since HighLevel refuses a second one', async () => {
	afterTheLook(() => store());
	expect(await create()).toMatchObject({ outcome: 'unchanged' });
	expect(called()).toHaveLength(1);
});

test('a field of opportunities does not pass for one of contacts, although HighLevel lists both', async () => {
	const other = { ...WANTED, id: 'x', fieldKey: 'opportunity.wise_agent_id', model: 'opportunity' };
	const forwarder = await startForwarder(sandbox.url, {
		answer: (body) => body.replace('"customFields":[', `"customFields":[${JSON.stringify(other)},`),
	});
	const [field] = await succeed(sandbox, OPERATION, { parameters: WANTED, baseUrl: forwarder.url }).finally(
		async () => await forwarder.close(),
	);
	expect(field).toMatchObject({ outcome: 'created', fieldKey: 'contact.wise_agent_id' });
});

test('a field of another type is named with both types, and so are several fields with one name', async () => {
	const id = store({ dataType: 'NUMERICAL' });
	const error = await fail(sandbox, OPERATION, { parameters: WANTED });
	expect(error.message).toBe(
		'The custom field "Wise Agent ID" exists with the data type Number, but Single Line is wanted',
	);
	expect(error.description).toContain('Choose Number under "Data Type"');
	expect(error.details).toMatchObject({ field: 'dataType', customFieldId: id });

	const second = store({ fieldKey: 'contact.wise_agent_id_2', name: 'WISE AGENT ID' });
	const several = await fail(sandbox, OPERATION, { parameters: WANTED });
	expect(several.message).toContain(`contact.wise_agent_id (${id}), contact.wise_agent_id_2 (${second})`);
	expect(posts()).toBe(0);
});

test('a field that was renamed and keeps its key is said to be in the way', async () => {
	store({ name: 'WA number' });
	const error = await fail(sandbox, OPERATION, { parameters: WANTED });
	expect(error.message).toContain('already exists');
	expect(error.description).toContain('a field that was renamed keeps its key');
});

test.each(['locations/customFields.write', 'locations/customFields.readonly'])(
	'a token without the scope %s says which field to create by hand, and where',
	async (missing) => {
		const demo = sandbox.state.tokens.get(DEMO.token);
		if (!demo) throw new Error('The demo has no token');
		const token = 'pit-00000000-demo-demo-demo-without0scope';
		sandbox.state.tokens.set(token, { ...demo, token, scopes: ALL_SCOPES.filter((one) => one !== missing) });
		const error = await fail(sandbox, OPERATION, { parameters: WANTED, token });
		expect(error.message).toContain('The custom field "Wise Agent ID" could not be looked up or created');
		for (const part of [missing, 'Settings > Custom Fields', 'Single Line', 'Contact', '"Wise Agent ID"']) {
			expect(error.description).toContain(part);
		}
		expect(called()).toEqual([]);
	},
);
