import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { requestsOf } from '../../../support/sandboxRuns';
import { fail, succeed } from './requests';

const { northPier } = DEMO.businesses;

let sandbox: HighLevelSandbox;
let members: string[];
beforeAll(async () => {
	sandbox = await startSandbox();
	const seeded = sandbox.state.seedContacts(300);
	members = seeded.slice(0, 250).map(({ id }) => id);
	for (const id of members) sandbox.state.updateContact(id, { businessId: northPier });
	sandbox.state.updateContact(String(members[0]), { email: 'boss@pier.example' });
});
beforeEach(() => void (sandbox.requests.length = 0));
afterAll(async () => await sandbox.close());

const parameters = { businessId: byId(northPier), returnAll: true };
const queries = () => requestsOf(sandbox, 'GET', /^\/contacts\/business\//).map(({ query }) => query);
const pages = () => queries().map(({ limit, skip }) => `${String(skip)}+${String(limit)}`);

test('Return All gives each of the 250 contacts of the business once, and no other', async () => {
	const contacts = await succeed(sandbox, 'getByBusiness', { parameters });

	expect(contacts.map(({ id }) => String(id)).sort()).toEqual([...members].sort());
	expect(pages()).toEqual(['0+100', '100+100', '200+100']);
	expect(queries().every(({ locationId }) => locationId === DEMO.locationId)).toBe(true);
});

test.each([
	[1, ['0+1']],
	[100, ['0+100']],
	[130, ['0+100', '100+100']],
	[1_000, ['0+100', '100+100', '200+100']],
])('a limit of %i is kept, and reads no page more than it needs', async (limit, expected) => {
	const contacts = await succeed(sandbox, 'getByBusiness', {
		parameters: { ...parameters, returnAll: false, limit },
	});

	expect(new Set(contacts.map(({ id }) => id)).size).toBe(Math.min(limit, 250));
	expect(pages()).toEqual(expected);
});

test('a business whose contacts fill the last page exactly is complete', async () => {
	for (const id of members.slice(200)) sandbox.state.updateContact(id, { businessId: null });
	const contacts = await succeed(sandbox, 'getByBusiness', { parameters });
	for (const id of members.slice(200)) sandbox.state.updateContact(id, { businessId: northPier });

	expect(new Set(contacts.map(({ id }) => id)).size).toBe(200);
});

test('no contact comes twice although one is added in front during the read', async () => {
	sandbox.configure({ latencyMs: 40 });
	const added = setTimeout(() => {
		sandbox.state.addContact({
			locationId: DEMO.locationId,
			id: 'new',
			businessId: northPier,
			firstName: 'A',
		});
	}, 60);
	const contacts = await succeed(sandbox, 'getByBusiness', { parameters });
	clearTimeout(added);
	sandbox.configure({ latencyMs: 0 });

	expect(sandbox.state.contacts.get('new')).toBeDefined();
	sandbox.state.removeContact('new');
	const found = contacts.map(({ id }) => id).filter((id) => id !== 'new');
	expect(found).toHaveLength(250);
	expect(new Set(found).size).toBe(250);
});

test('the search text narrows the list on every page; a blank one is not sent', async () => {
	const boss = await succeed(sandbox, 'getByBusiness', {
		parameters: { ...parameters, options: { query: ' Boss@pier ' } },
	});
	expect(boss.map(({ id }) => id)).toEqual([members[0]]);

	const all = await succeed(sandbox, 'getByBusiness', {
		parameters: { ...parameters, options: { query: '  ' } },
	});
	expect(all).toHaveLength(250);
	expect(queries().map(({ query }) => query)).toEqual(['Boss@pier', undefined, undefined, undefined]);
});

test('a business without contacts gives none', async () => {
	const none = await succeed(sandbox, 'getByBusiness', {
		parameters: { ...parameters, businessId: byId('bsNobody000000000000') },
	});
	expect(none).toEqual([]);
});

test('without a business nothing is sent', async () => {
	const error = await fail(sandbox, 'getByBusiness', {
		parameters: { ...parameters, businessId: byId('={{ $json.nothing }}') },
	});

	expect(error.message).toBe('"Business" is empty');
	expect(sandbox.requests).toEqual([]);
});
