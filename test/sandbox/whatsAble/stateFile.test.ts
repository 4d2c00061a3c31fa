import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contactOf, contacts, control, sendTemplate, start, templates, textsWith, wamidOf } from './support';

const HOUR_MS = 3_600_000;

let folder: string;
let stateFile: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'whatsable-state-'));
	stateFile = join(folder, 'state.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('contacts, messages, labels and registrations outlive a restart, and ids do not repeat', async () => {
	const first = await start({ stateFile });
	await control(first, 'POST', '/labels', { label: 'Brand New' });
	first.receive({ phone: '14155550199', name: 'Tom', text: 'Hi' });
	const { id } = first.webhooks.add({ url: 'http://127.0.0.1:1/', incoming: false, outgoing: false });
	await first.close();

	const second = await start({ stateFile });
	expect(contactOf(second, '14155550199').name).toBe('Tom');
	expect(textsWith(second, '14155550199')).toEqual(['Hi']);
	expect(second.state.labels.has('Brand New')).toBe(true);
	expect(second.webhooks.registrations.map((known) => known.id)).toEqual([id]);
	expect(second.webhooks.add({ url: 'http://127.0.0.1:2/' }).id).not.toBe(id);
	const known = new Set(second.state.messages.keys());
	expect(known.has(second.receive({ phone: '14155550199', text: 'Again' }).id)).toBe(false);
	await second.close();
});

test('what was under way goes on: messages are delivered, and scheduled ones sent', async () => {
	const first = await start({ stateFile });
	const id = wamidOf(await sendTemplate(first, templates.thanks, {}, { phone_number: contacts.joao }));
	await sendTemplate(
		first,
		templates.welcome,
		{ body1: 'João' },
		{
			phone_number: contacts.joao,
			is_schedule: true,
			schedule_type: 'relative',
			unit_of_time_name: 'hours',
			unit_of_time_value: 2,
		},
	);
	first.clock.advance(100);
	await first.close();

	const second = await start({ stateFile });
	expect(second.state.messages.get(id)?.status).toBe('sent');
	second.clock.advance(2 * HOUR_MS);
	expect(second.state.messages.get(id)?.status).toBe('read');
	expect(textsWith(second, contacts.joao).at(-1)).toContain('João');
	await second.close();
});

test('the clock stays ahead', async () => {
	const first = await start({ stateFile });
	first.clock.advance(24 * HOUR_MS);
	first.receive({ phone: contacts.joao, text: 'Oi' });
	const { lastIncomingAtMs } = contactOf(first, contacts.joao);
	await first.close();
	const second = await start({ stateFile });
	expect(second.clock.nowMs).toBeGreaterThanOrEqual(lastIncomingAtMs ?? 0);
	await second.close();
});

test('settings outlive a restart, unless the start names others', async () => {
	const first = await start({ stateFile });
	first.configure({ deliveredAfterMs: null, webhooks: { retries: 1 } });
	await first.close();
	const second = await start({ stateFile });
	expect(second.settings).toMatchObject({ deliveredAfterMs: null, webhooks: { retries: 1 } });
	await second.close();
	const third = await start({ stateFile, deliveredAfterMs: 5 });
	expect(third.settings).toMatchObject({ deliveredAfterMs: 5, webhooks: { retries: 1 } });
	await third.close();
});

test('a file of another layout is refused', async () => {
	writeFileSync(stateFile, '{"layout": 99}');
	await expect(start({ stateFile })).rejects.toThrow('another layout');
});
