import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { byId, startSandbox } from '../../../support/highLevel';
import { succeed } from '../../../support/odd/outcomes';
import { storeContact } from '../../../support/sandboxRuns';

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
beforeAll(async () => {
	sandbox = await startSandbox();
	forwarder = await startForwarder(sandbox.url);
});
beforeEach(() => {
	sandbox.reset();
	forwarder.passage.answer = undefined;
});
afterAll(async () => {
	await forwarder.close();
	await sandbox.close();
});

const EMAIL = 'kim@mail.example';

/** HighLevel that answers 200 to a field, and keeps what was there. */
function ignore(...fields: string[]): void {
	forwarder.passage.request = (body) => {
		const sent = JSON.parse(body) as Record<string, unknown>;
		return JSON.stringify(
			Object.fromEntries(Object.entries(sent).filter(([name]) => !fields.includes(name))),
		);
	};
}

async function run(operation: 'update' | 'upsert', parameters: object) {
	const [result] = await succeed(sandbox, `contact.${operation}`, {
		baseUrl: forwarder.url,
		parameters: { ...parameters },
	});
	return result;
}

/** HighLevel that shows the gender of contacts. */
function show(gender: string): void {
	forwarder.passage.answer = (body) =>
		JSON.stringify(
			JSON.parse(body, (name, value: unknown) =>
				name === 'contact' && value ? { ...value, gender } : value,
			) as unknown,
		);
}

test('a gender that HighLevel keeps as it was is not called changed, however often it is written', async () => {
	storeContact(sandbox, { email: EMAIL, gender: 'male', firstName: 'Kim' });
	ignore('gender');
	show('male');
	const parameters = { email: EMAIL, additionalFields: { gender: 'female' } };
	for (let times = 0; times < 2; times++) {
		expect(await run('upsert', parameters)).toMatchObject({
			outcome: 'unchanged',
			changedFields: [],
			ignoredFields: ['gender'],
			gender: 'male',
		});
	}
});

test('a gender that HighLevel accepts and does not show is not called changed', async () => {
	storeContact(sandbox, { email: EMAIL, firstName: 'Kim' });
	ignore();
	const parameters = { email: EMAIL, additionalFields: { gender: 'female', city: 'Austin' } };
	expect(await run('upsert', parameters)).toMatchObject({
		outcome: 'updated',
		changedFields: ['city'],
		unconfirmedFields: ['gender'],
	});
});

test.each([true, false])(
	'what HighLevel stores of several fields is told apart from what it ignores (Write Only Changes: %s)',
	async (writeOnlyChanges) => {
		const contactId = storeContact(sandbox, { email: EMAIL, city: 'Austin', firstName: 'Kim' });
		ignore('city', 'website');
		const updateFields = { city: 'Boston', website: 'https://kim.example', firstName: 'Kimberly' };
		const parameters = { contactId: byId(contactId), updateFields, options: { writeOnlyChanges } };
		const result = await run('update', parameters);
		expect(result).toMatchObject({ outcome: 'updated', changedFields: ['firstName'], city: 'Austin' });
		expect((result?.ignoredFields as string[]).sort()).toEqual(['city', 'website']);
	},
);

test('a new contact tells which of its fields HighLevel did not take', async () => {
	ignore('source');
	const parameters = { email: EMAIL, additionalFields: { source: 'Web form', city: 'Austin' } };
	expect(await run('upsert', parameters)).toMatchObject({
		outcome: 'created',
		changedFields: ['email', 'city'],
		ignoredFields: ['source'],
	});
});

test('where HighLevel takes everything, nothing is said of ignored fields', async () => {
	ignore();
	const parameters = { email: EMAIL, additionalFields: { source: 'Web form', tags: 'buyer' } };
	expect(await run('upsert', parameters)).not.toHaveProperty('ignoredFields');
});
