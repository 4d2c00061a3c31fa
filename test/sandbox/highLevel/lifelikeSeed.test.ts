import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { call, create, DEMO, locationId, start } from './support';

const COUNT = Object.keys(DEMO.opportunities).length;
/** Contacts that came with what they had filled in. */
const SENDERS = 2;

let folder: string;
let stateFile: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'sandbox-seed-'));
	stateFile = join(folder, 'state.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const startLifelike = (options: object = {}) => start({ opportunities: true, ...options });
const found = async (sandbox: HighLevelSandbox) =>
	(await call(sandbox, 'GET', `/opportunities/search?location_id=${locationId}&limit=100`)).body
		.opportunities as Array<{ id: string; status: string; pipelineStageId: string; contactId: string }>;

test('begins with opportunities of every status in both pipelines, each of a contact of its own', async () => {
	const sandbox = await startLifelike();
	try {
		const opportunities = await found(sandbox);
		expect(opportunities.map(({ id }) => id).sort()).toEqual(Object.values(DEMO.opportunities).sort());
		expect(new Set(opportunities.map(({ status }) => status))).toEqual(
			new Set(['open', 'won', 'lost', 'abandoned']),
		);
		const stages = new Set(opportunities.map(({ pipelineStageId }) => pipelineStageId));
		expect(stages).toEqual(
			new Set([...Object.values(DEMO.pipelineStages), ...Object.values(DEMO.sellerStages)]),
		);
		expect(new Set(opportunities.map(({ contactId }) => contactId)).size).toBe(COUNT);
		for (const { contactId } of opportunities) expect(sandbox.state.contacts.has(contactId)).toBe(true);
	} finally {
		await sandbox.close();
	}
});

test('begins with something for every poll event: appointments for the homes of the opportunities, listings, answers', async () => {
	const sandbox = await startLifelike({ webhooks: { url: 'http://127.0.0.1:1/hook' } });
	try {
		const { state } = sandbox;
		const names = new Map([...state.opportunities.values()].map(({ contactId, name }) => [contactId, name]));
		const appointments = [...state.appointments.values()];
		expect(appointments).toHaveLength(Object.keys(DEMO.appointments).length);
		for (const { title, contactId, startTime } of appointments) {
			expect(title).toContain(names.get(contactId));
			const day = new Date(startTime).toLocaleDateString('en-US', {
				timeZone: 'America/New_York',
				weekday: 'long',
			});
			expect(['Saturday', 'Sunday']).not.toContain(day);
		}
		expect(new Set(appointments.map((one) => one.appointmentStatus))).toEqual(
			new Set(['confirmed', 'cancelled', 'showed']),
		);
		const opportunities = [...state.opportunities.values()];
		const neverMoved = opportunities.filter((one) => one.lastStageChangeAt === one.createdAt);
		expect(neverMoved.map(({ pipelineStageId }) => pipelineStageId)).toEqual(
			expect.arrayContaining([DEMO.pipelineStages.inquiry, DEMO.sellerStages.valuation]),
		);
		expect(neverMoved.length).toBeLessThan(opportunities.length / 2);
		expect([...state.objectRecords.keys()].sort()).toEqual(Object.values(DEMO.listings).sort());
		expect([state.formSubmissions.size, state.surveySubmissions.size]).toEqual([3, 1]);
		expect(sandbox.webhooks.deliveries).toEqual([]);
	} finally {
		await sandbox.close();
	}
});

test('has the same again after a reset, and tells no webhook of them', async () => {
	const sandbox = await startLifelike({ webhooks: { url: 'http://127.0.0.1:1/hook' } });
	try {
		await create(sandbox, { email: 'a@x.example' });
		sandbox.reset();
		expect(await found(sandbox)).toHaveLength(COUNT);
		expect(sandbox.state.contacts.size).toBe(COUNT + SENDERS);
		expect(sandbox.webhooks.deliveries).toEqual([]);
	} finally {
		await sandbox.close();
	}
});

test('takes what a state file holds instead, also one without any', async () => {
	const first = await start({ stateFile });
	const id = await create(first, { email: 'a@x.example' });
	await first.close();
	const second = await startLifelike({ stateFile });
	try {
		expect([...second.state.contacts.keys()]).toEqual([id]);
		expect(await found(second)).toEqual([]);
	} finally {
		await second.close();
	}
});

test('a deleted opportunity does not come back with the next start', async () => {
	const first = await startLifelike({ stateFile });
	await call(first, 'DELETE', `/opportunities/${DEMO.opportunities.harborLoft}`);
	await first.close();
	const second = await startLifelike({ stateFile });
	try {
		const ids = (await found(second)).map((one) => one.id);
		expect(ids).toHaveLength(COUNT - 1);
		expect(ids).not.toContain(DEMO.opportunities.harborLoft);
	} finally {
		await second.close();
	}
});

test('a file from before there were opportunities gets none of contacts that it does not hold', async () => {
	const first = await start({ stateFile });
	const id = await create(first, { email: 'a@x.example' });
	await first.close();
	const stored = JSON.parse(readFileSync(stateFile, 'utf8'));
	delete stored.records.opportunities;
	writeFileSync(stateFile, JSON.stringify(stored));
	const second = await startLifelike({ stateFile });
	try {
		expect([...second.state.contacts.keys()]).toEqual([id]);
		expect(second.state.opportunities.size).toBe(0);
	} finally {
		await second.close();
	}
});
