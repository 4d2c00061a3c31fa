import { PhoneNumberUtil } from 'google-libphonenumber';
import { contacts, labels, start, templates } from './support';

const numbers = PhoneNumberUtil.getInstance();

const NOON_MS = Date.parse('2027-01-10T12:00:00Z');

async function seeded() {
	const sandbox = await start({ startAtMs: NOON_MS });
	await sandbox.close();
	return sandbox.state;
}

test('two sandboxes are alike, ids and times included', async () => {
	const [first, second] = [await seeded(), await seeded()];
	for (const name of ['contacts', 'messages', 'templates'] as const) {
		expect([...second[name].values()]).toEqual([...first[name].values()]);
	}
});

test('another seed makes other ids', async () => {
	const other = await start({ startAtMs: NOON_MS, seed: 2 });
	await other.close();
	const [known] = [...(await seeded()).messages.keys()];
	expect(other.state.messages.has(known ?? '')).toBe(false);
});

test('there are twelve contacts of twelve countries, with numbers that can exist', () => {
	const countries = Object.values(contacts).map((phone) => {
		const parsed = numbers.parse(`+${phone}`);
		expect(numbers.isPossibleNumber(parsed)).toBe(true);
		return parsed.getCountryCode();
	});
	expect(new Set(countries).size).toBe(12);
});

test('every conversation is in the order of its times, and its last incoming message opens the window', async () => {
	const state = await seeded();
	for (const contact of state.contacts.values()) {
		const conversation = state.conversation(contact.id);
		const times = conversation.map(({ atMs }) => atMs);
		expect(times).toEqual([...times].sort((a, b) => a - b));
		const last = conversation.filter(({ direction }) => direction === 'incoming').at(-1);
		expect(contact.lastIncomingAtMs).toBe(last?.atMs ?? null);
		for (const label of contact.labels) expect(Object.values(labels)).toContain(label);
	}
});

test('there are templates of every kind', async () => {
	const state = await seeded();
	const all = [...state.templates.values()];
	expect(all.map(({ templateId }) => templateId)).toEqual(Object.values(templates));
	const formats = all.flatMap(({ components }) =>
		components.flatMap((part) => (part.type === 'HEADER' ? [part.format] : [])),
	);
	expect(new Set(formats)).toEqual(new Set(['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT']));
	const buttons = all.flatMap(({ components }) =>
		components.flatMap((part) => (part.type === 'BUTTONS' ? part.buttons.map(({ type }) => type) : [])),
	);
	expect(new Set(buttons)).toEqual(new Set(['QUICK_REPLY', 'URL', 'PHONE_NUMBER']));
	expect(new Set(all.map(({ status }) => status)).size).toBe(3);
	expect(new Set(all.map(({ language }) => language)).size).toBeGreaterThanOrEqual(6);
});
