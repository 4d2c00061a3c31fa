import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, runContact, startSandbox } from '../../../support/highLevel';

const PERSON = {
	email: '={{ $json.email }}',
	phone: '',
	firstName: '={{ $json.firstName }}',
	lastName: '',
	additionalFields: {},
	customFields: { mappingMode: 'defineBelow', value: null },
	options: {},
};

let sandbox: HighLevelSandbox;

beforeEach(async () => {
	sandbox = await startSandbox();
});

afterEach(async () => {
	await sandbox.close();
});

describe.each(['connectionReset', 'lostAnswer'] as const)(
	'when the answer to a create is lost (%s)',
	(kind) => {
		test('a second row for the same person is still written over the first', async () => {
			const email = `twice-${kind}@example.com`;
			await runContact(sandbox, 'upsert', { items: [{ email, firstName: 'One' }], parameters: PERSON });
			sandbox.faults.add({ kind, method: 'POST', path: '^/contacts/$', times: 1 });
			const { items, error } = await runContact(sandbox, 'upsert', {
				items: [{ email, firstName: 'Two' }],
				parameters: PERSON,
			});
			expect(error).toBeUndefined();
			expect(items[0]?.json).toMatchObject({ outcome: 'updated', firstName: 'Two' });
			expect(names()).toEqual(['Two']);
		});

		test('Create still refuses a person whom an earlier item created', async () => {
			const email = `refused-${kind}@example.com`;
			await runContact(sandbox, 'create', { items: [{ email, firstName: 'One' }], parameters: PERSON });
			sandbox.faults.add({ kind, method: 'POST', path: '^/contacts/$', times: 1 });
			const { error } = await runContact(sandbox, 'create', {
				items: [{ email, firstName: 'Two' }],
				parameters: PERSON,
			});
			expect(error?.message).toMatch(/already exists/);
			expect(names()).toEqual(['One']);
		});
	},
);

function names(): Array<string | null> {
	return [...sandbox.state.contacts.values()]
		.filter(({ locationId }) => locationId === DEMO.locationId)
		.map(({ firstName }) => firstName);
}
