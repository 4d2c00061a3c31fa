import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { fails, requestsOfType, startWiseAgent, succeeds } from '../../../support/wiseAgent';
import { contactsOf, person, store, WRITES } from './people';

let sandbox: WiseAgentSandbox;
beforeAll(async () => (sandbox = await startWiseAgent()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const EMAIL = 'ada@example.com';
const PHONE = '480-555-0142';

describe('an e-mail and a phone that belong to two contacts', () => {
	let [ofEmail, ofPhone] = ['', ''];
	beforeEach(() => {
		ofEmail = store(sandbox, { CFirst: 'Ada', CLast: 'Byron', CEmail: EMAIL });
		ofPhone = store(sandbox, {
			CFirst: 'Bea',
			CLast: 'Stone',
			MobilePhone: PHONE,
			CEmail: 'bea@example.com',
		});
	});
	const parameters = person({ CEmail: EMAIL, MobilePhone: PHONE }, { City: 'Mesa' });

	test('are refused, with both named, and nothing is written', async () => {
		const { message, description, details } = await fails(sandbox, 'contact.upsert', { parameters });

		expect(message).toBe(
			`E-mail and phone belong to two contacts: the e-mail to ${ofEmail}, the phone to ${ofPhone}`,
		);
		expect(description).toContain('If Email and Phone Differ');
		expect(details).toMatchObject({ emailContactId: ofEmail, phoneContactId: ofPhone });
		expect(requestsOfType(sandbox, ...WRITES)).toEqual([]);
	});

	test('write to the contact with the e-mail when that is preferred, without the phone', async () => {
		const options = { identifierConflict: 'preferEmail' };
		const [contact] = await succeeds(sandbox, 'contact.upsert', { parameters: { ...parameters, options } });

		expect(contact).toMatchObject({ ClientID: Number(ofEmail), City: 'Mesa', MobilePhone: null });
		expect(sandbox.state.contacts.get(ofPhone)).toMatchObject({
			CFirst: 'Bea',
			City: '',
			MobilePhone: PHONE,
		});
	});

	test('write to the contact with the phone when that is preferred, without the e-mail', async () => {
		const options = { identifierConflict: 'preferPhone' };
		const [contact] = await succeeds(sandbox, 'contact.upsert', { parameters: { ...parameters, options } });

		expect(contact).toMatchObject({ ClientID: Number(ofPhone), City: 'Mesa', CEmail: 'bea@example.com' });
		expect(sandbox.state.contacts.get(ofEmail)).toMatchObject({ CFirst: 'Ada', City: '', MobilePhone: '' });
	});
});

describe('a phone that several contacts share', () => {
	beforeEach(() => {
		store(sandbox, { CFirst: 'Ada', CLast: 'Byron', HomePhone: PHONE });
		store(sandbox, { CFirst: 'Max', CLast: 'Byron', HomePhone: PHONE });
	});

	test('leads to the one with this name', async () => {
		const parameters = person({ CFirst: 'MAX', MobilePhone: PHONE }, { City: 'Mesa' });
		await succeeds(sandbox, 'contact.upsert', { parameters });

		expect(contactsOf(sandbox).map(({ City }) => City)).toEqual(['', 'Mesa']);
	});

	test('is refused when no name tells them apart, with all of them named', async () => {
		const [ada, max] = contactsOf(sandbox).map(({ ClientID }) => ClientID);
		const { message } = await fails(sandbox, 'contact.upsert', {
			parameters: person({ CFirst: 'Kim', MobilePhone: PHONE }),
		});

		expect(message).toBe(`Several contacts have this phone: ${ada}, ${max}`);
		expect(requestsOfType(sandbox, ...WRITES)).toEqual([]);
	});

	test('is left out where the e-mail is preferred, whoever has it', async () => {
		const id = store(sandbox, { CFirst: 'Kim', CLast: 'Lee', CEmail: EMAIL });
		const [contact] = await succeeds(sandbox, 'contact.upsert', {
			parameters: {
				...person({ CFirst: 'Kim', CLast: 'Lee', CEmail: EMAIL, MobilePhone: PHONE }, { City: 'Mesa' }),
				options: { identifierConflict: 'preferEmail' },
			},
		});
		expect(contact).toMatchObject({ ClientID: Number(id), City: 'Mesa', MobilePhone: null });
	});

	test('leads to the one that has the e-mail too', async () => {
		const id = store(sandbox, { CFirst: 'Ada', CLast: 'Byron', CEmail: EMAIL, WorkPhone: PHONE });
		const parameters = person({ CEmail: EMAIL, MobilePhone: PHONE }, { City: 'Mesa' });
		const [contact] = await succeeds(sandbox, 'contact.upsert', { parameters });

		expect(contact?.ClientID).toBe(Number(id));
	});
});

describe('an e-mail or phone that Wise Agent keeps beside the one that it shows', () => {
	test('finds the contact, and does not replace the first one', async () => {
		const id = store(sandbox, {
			...{ CFirst: 'Ada', CLast: 'Byron', CEmail: 'first@example.com', MobilePhone: '4805550100' },
			otherEmails: [EMAIL],
			otherPhones: [PHONE],
		});
		const parameters = person({ CEmail: EMAIL, MobilePhone: PHONE }, { City: 'Mesa' });
		const [contact] = await succeeds(sandbox, 'contact.upsert', { parameters });

		expect(contact).toMatchObject({
			...{ ClientID: Number(id), outcome: 'updated', changedFields: ['City'] },
			...{ CEmail: 'first@example.com', MobilePhone: '4805550100', City: 'Mesa' },
		});
		expect(contactsOf(sandbox)).toHaveLength(1);
	});

	test('is no riddle when it belongs to another contact than the phone', async () => {
		store(sandbox, { CFirst: 'Bea', CLast: 'Stone', CEmail: 'bea@example.com', otherEmails: [EMAIL] });
		store(sandbox, { CFirst: 'Ada', CLast: 'Byron', MobilePhone: PHONE });
		const { message } = await fails(sandbox, 'contact.upsert', {
			parameters: person({ CEmail: EMAIL, MobilePhone: PHONE }),
		});

		expect(message).toContain('E-mail and phone belong to two contacts');
	});
});

describe('what stands in many lists in place of an e-mail or a phone', () => {
	test.each<[string, string, string]>([
		['', 'none', '"Mobile Phone" is not a phone number: none'],
		['', '123', '"Mobile Phone" is not a phone number: 123'],
		['n/a', PHONE, '"Email" is not an email address: n/a'],
	])(
		'("%s", "%s") finds nobody, and is no reason to write to anybody',
		async (CEmail, MobilePhone, expected) => {
			store(sandbox, { CFirst: 'Bea', CLast: 'Stone', CEmail: 'bea@example.com', MobilePhone: PHONE });
			const { message } = await fails(sandbox, 'contact.upsert', {
				parameters: person({ CEmail, MobilePhone }),
			});

			expect(message).toBe(`${expected}`);
			expect(requestsOfType(sandbox)).toEqual([]);
		},
	);
});

describe('a person whom Wise Agent takes for a contact by its own rule', () => {
	/** Found by a phone by which the node does not look: it looks by the first one. */
	const known = { CFirst: 'Ada', CLast: 'Byron', CEmail: 'first@example.com', WorkPhone: '4805550199' };
	const parameters = person(
		{ CEmail: EMAIL, MobilePhone: PHONE },
		{ WorkPhone: '480-555-0199', City: 'Mesa', Categories: ['Buyer'] },
	);

	test('is written to that contact, and keeps its first e-mail', async () => {
		const id = store(sandbox, known);
		const [contact] = await succeeds(sandbox, 'contact.upsert', { parameters });

		expect(contact).toMatchObject({
			...{ outcome: 'updated', ClientID: Number(id), City: 'Mesa', CEmail: 'first@example.com' },
			...{ MobilePhone: PHONE, Categories: [{ name: 'Buyer' }] },
		});
		expect(requestsOfType(sandbox, 'webcontact')).toHaveLength(1);
		expect(contactsOf(sandbox)).toHaveLength(1);
	});

	test('is refused by Create, with the contact named and what happened to it', async () => {
		const id = store(sandbox, known);
		const { message, description } = await fails(sandbox, 'contact.create', { parameters });

		expect(message).toBe(`This contact already exists: ${id}`);
		expect(description).toContain('gave it the email and the phones, and changed nothing else');
	});
});
