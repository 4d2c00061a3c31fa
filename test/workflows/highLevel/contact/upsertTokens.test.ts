import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, startSandbox } from '../../../support/highLevel';
import { calls, fail, mapped, stored, succeed } from './requests';

const F = DEMO.customFields;
/** What HighLevel's guide calls View Contacts and Edit Contacts: the least that an operator chooses. */
const CONTACTS_ONLY = ['contacts.readonly', 'contacts.write'];

function tokenWith(sandbox: HighLevelSandbox, scopes: string[]): string {
	const demo = sandbox.state.tokens.get(DEMO.token);
	if (!demo) throw new Error('The seed has no demo token');
	const token = `pit-00000000-demo-demo-demo-${sandbox.state.newId()}`;
	sandbox.state.tokens.set(token, { ...demo, token, scopes });
	return token;
}

describe.each([
	['refuses duplicates', false],
	['allows duplicates', true],
])('a token for nothing but contacts, in a location that %s', (_, allowDuplicateContact) => {
	let sandbox: HighLevelSandbox;
	let token: string;
	beforeEach(async () => {
		sandbox = await startSandbox({ allowDuplicateContact });
		token = tokenWith(sandbox, CONTACTS_ONLY);
	});
	afterEach(async () => await sandbox.close());

	test('creates a contact once, however its phone is written', async () => {
		await succeed(sandbox, 'upsert', {
			token,
			items: [{ phone: '+12125550142' }, { phone: '(212) 555-0142' }, { phone: '2125550142' }],
			parameters: { phone: '={{ $json.phone }}' },
		});

		expect(stored(sandbox)).toMatchObject([{ phone: '+12125550142' }]);
	});

	test('updates a contact, its custom fields included', async () => {
		const { id } = sandbox.state.addContact({ locationId: DEMO.locationId, email: 'ava@mail.example' });
		const [contact] = await succeed(sandbox, 'upsert', {
			token,
			parameters: {
				email: 'ava@mail.example',
				additionalFields: { city: 'Boston', companyName: 'North Pier' },
				customFields: mapped({ [F.bedrooms]: 3 }, [{ id: F.bedrooms, type: 'number' }]),
			},
		});

		expect(contact).toMatchObject({ id, outcome: 'updated' });
		expect(stored(sandbox)).toMatchObject([
			{ id, city: 'Boston', companyName: 'North Pier', customFields: [{ id: F.bedrooms, value: 3 }] },
		]);
	});

	test('does not ask for the settings of the location again and again', async () => {
		for (const email of ['ava@mail.example', 'noah@mail.example', 'mia@mail.example']) {
			await succeed(sandbox, 'upsert', { token, parameters: { email } });
		}

		expect(calls(sandbox).filter((call) => call.startsWith('GET /locations/'))).toHaveLength(1);
	});
});

describe('a token that does not do', () => {
	let sandbox: HighLevelSandbox;
	beforeEach(async () => (sandbox = await startSandbox()));
	afterEach(async () => await sandbox.close());

	test('a token that may only read is told which scopes it needs', async () => {
		const error = await fail(sandbox, 'upsert', {
			token: DEMO.readOnlyToken,
			parameters: { email: 'ava@mail.example' },
		});

		expect(error.message).toContain('The token is not authorized for this scope.');
		expect(error.description).toContain('contacts.write, contacts.readonly');
		expect(error.httpCode).toBe('401');
		expect(stored(sandbox)).toEqual([]);
	});

	test('an error shows no token', async () => {
		const token = 'pit-11111111-wrong-wrong-wrong-222222222222';
		const error = await fail(sandbox, 'upsert', { token, parameters: { email: 'ava@mail.example' } });

		expect(error.message).toContain('HighLevel does not accept the token: Invalid JWT');
		expect(JSON.stringify(error)).not.toContain(token);
	});
});
