import type { WiseAgentSandbox } from './support';
import { call, start } from './support';

const recordsOf = ({ state }: WiseAgentSandbox) =>
	Object.fromEntries(Object.entries(state.collections()).map(([name, map]) => [name, [...map.entries()]]));

test('every sandbox begins with the same account, to the second', async () => {
	const [first, second] = await Promise.all([start({ empty: false }), start({ empty: false })]);
	try {
		expect(recordsOf(second)).toEqual(recordsOf(first));
		const sizes = Object.entries(first.state.collections()).map(([name, { size }]) => [name, size]);
		expect(Object.fromEntries(sizes)).toMatchObject({
			contacts: 40,
			notes: 7,
			tasks: 6,
			calls: 10,
			properties: 4,
			vendors: 4,
			team: 3,
		});
		const before = recordsOf(first);
		first.state.removeContact(1_854_784);
		first.reset();
		expect(recordsOf(first)).toEqual(before);
	} finally {
		await Promise.all([first.close(), second.close()]);
	}
});

test('another seed makes other people', async () => {
	const [first, second] = await Promise.all([start({ empty: false }), start({ empty: false, seed: 2 })]);
	const names = ({ state }: WiseAgentSandbox) =>
		[...state.contacts.values()].map(({ CFirst, CLast }) => `${CFirst} ${CLast}`).join();
	expect(names(second)).not.toBe(names(first));
	await Promise.all([first.close(), second.close()]);
});

test('the demo account has what clients stumble over', async () => {
	const sandbox = await start({ empty: false });
	try {
		const { text, body } = await call(sandbox, 'GET', 'getContacts');
		expect(body).toBeUndefined();
		expect(text).toContain('Pool\r\nThree bedrooms');
		expect(text).toContain('Zoë');
		const sent = { ClientID: [...sandbox.state.contacts.keys()][0] };
		const notes = await call(sandbox, 'GET', 'getContactNotes', sent);
		expect(notes.body).toBeUndefined();
		expect(notes.text).toContain('Budget:\t450,000');
		expect(notes.text).toContain('"Locked":1');
		const twins = await call(sandbox, 'GET', 'getContacts', { email: 'achebe.family@mail.example' });
		expect(twins.body).toHaveLength(2);
	} finally {
		await sandbox.close();
	}
});

test('five thousand contacts with notes and tasks are distinct, and all can be read', async () => {
	const sandbox = await start();
	try {
		sandbox.state.seedContacts(2500, { notes: 2, tasks: 1 });
		sandbox.state.seedContacts(2500, { notes: 2, tasks: 1 });
		const { contacts, notes, tasks } = sandbox.state;
		expect([contacts.size, notes.size, tasks.size]).toEqual([5000, 10_000, 5000]);
		for (const key of ['CEmail', 'MobilePhone', 'updatedAt'] as const) {
			expect(new Set([...contacts.values()].map((contact) => contact[key])).size).toBe(5000);
		}
		const ids = new Set<number>();
		for (let page = 1; ; page++) {
			const { body } = await call(sandbox, 'GET', 'getContacts', { page, page_size: 1000 });
			for (const { ClientID } of body) ids.add(ClientID);
			if (body.length < 1000) break;
		}
		expect(ids.size).toBe(5000);
		expect((await call(sandbox, 'GET', 'tasks', { page: 50 })).body).toMatchObject({ TotalCount: 5000 });
	} finally {
		await sandbox.close();
	}
});
