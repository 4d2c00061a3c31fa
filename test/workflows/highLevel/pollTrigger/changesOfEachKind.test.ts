import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { seededRandom } from '../../../support/fakeClock';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { Poller } from '../../../support/running/runPolls';
import { storeContact } from '../../../support/sandboxRuns';
import { addOpportunity } from '../opportunity/records';
import { addListing, addNote } from './records';
import { COVERED_LAG_SECONDS, SEARCH_LAG_MS, sleep, STAMP_LAG_MS, Troubles } from './troubles';

const ROUNDS = 20;
/** So many in a group carry one time. */
const GROUP = 20;

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
let contactId: string;
beforeEach(async () => {
	sandbox = await startSandbox({ rateLimit: { max: 100_000, intervalMs: 100 } });
	forwarder = await startForwarder(sandbox.url);
	contactId = storeContact(sandbox);
});
afterEach(async () => {
	await forwarder.close();
	await sandbox.close();
});

/** One kind of records: makes one, and changes one at a time (ISO 8601). @returns the events that follow */
interface Kind {
	perRound: number;
	make(): string;
	change(id: string, at: string): string[];
}

const { pipelineStages } = DEMO;

const KINDS: Kind[] = [
	{
		perRound: 104,
		make: () => addOpportunity(sandbox, { contactId }).id,
		change: (id, at) => {
			sandbox.state.change('opportunities', id, {
				...{ pipelineStageId: pipelineStages.offer, status: 'won' },
				...{ updatedAt: at, lastStageChangeAt: at, lastStatusChangeAt: at },
			});
			return ['opportunityStageUpdated', 'opportunityStatusUpdated', 'opportunityUpdated'];
		},
	},
	{
		perRound: 104,
		// The sandbox gives no two records one time of its own: thousands made at once would get times that are yet to come.
		make: () => {
			const createdAt = new Date(Date.now() - 3_600_000).toISOString();
			return addListing(sandbox, { name: 'Flat' }, { createdAt, updatedAt: createdAt });
		},
		change: (id, at) => {
			sandbox.state.change('objectRecords', id, { properties: { name: 'House' }, updatedAt: at });
			return ['recordUpdated'];
		},
	},
	{
		perRound: 40,
		make: () => {
			const dateAdded = new Date(Date.now() - 3_600_000).toISOString();
			const startTime = new Date(Date.now() + 86_400_000).toISOString();
			return sandbox.state.addAppointment({ contactId, startTime, dateAdded, dateUpdated: dateAdded }).id;
		},
		change: (id, at) => {
			const before = sandbox.state.appointments.get(id);
			if (!before) throw new Error(`The sandbox has no appointment ${id}`);
			const changes = { appointmentStatus: 'cancelled', dateUpdated: at } as const;
			sandbox.state.appointments.set(id, { ...before, ...changes });
			return ['appointmentCancelled', 'appointmentUpdated'];
		},
	},
	{
		perRound: 2,
		make: () => addNote(sandbox, storeContact(sandbox), 'Hello').id,
		change: (id) => {
			const note = sandbox.state.notes.get(id);
			if (!note) throw new Error(`The sandbox has no note ${id}`);
			sandbox.state.notes.set(id, { ...note, body: 'Changed' });
			return ['noteUpdated'];
		},
	},
];

const EVENTS = [
	...['appointmentCancelled', 'appointmentCreated', 'appointmentUpdated', 'noteUpdated'],
	...['opportunityCreated', 'opportunityStageUpdated', 'opportunityStatusUpdated', 'opportunityUpdated'],
	...['recordCreated', 'recordUpdated'],
];

const keysOf = (items: IDataObject[]) => items.map(({ event, id }) => `${String(event)} ${String(id)}`);

/** Polls while records of each kind change; answers what should have come, what came, and how many polls failed. */
async function run() {
	const made = sandbox.state.asHistory(() =>
		KINDS.map((kind) => Array.from({ length: ROUNDS * kind.perRound }, () => kind.make())),
	);
	sandbox.configure({ searchDelayMs: SEARCH_LAG_MS });
	const poller = new Poller(sandbox, {
		baseUrl: forwarder.url,
		parameters: {
			events: EVENTS,
			schemaKey: byId(DEMO.objects.listings.key),
			// Each poll looks at all contacts that have a note.
			notesToCheck: 100,
			options: { searchLagSeconds: COVERED_LAG_SECONDS, maxRequests: 1_000 },
		},
	});
	const troubles = new Troubles(sandbox, forwarder);
	const random = seededRandom(5);
	await poller.activate();
	const expected: string[] = [];
	let failures = 0;
	for (let round = 0; round < ROUNDS; round++) {
		for (const [place, kind] of KINDS.entries()) {
			const ids = made[place]?.slice(round * kind.perRound, (round + 1) * kind.perRound) ?? [];
			for (const [number, id] of ids.entries()) {
				// Groups carry the same time, and the times of groups are out of order.
				const group = Math.floor(number / GROUP);
				const at = new Date(Date.now() - ((group * 313 + round * 97) % STAMP_LAG_MS)).toISOString();
				expected.push(...kind.change(id, at).map((event) => `${event} ${id}`));
			}
		}
		troubles.begin(round);
		await poller.poll().catch(() => (failures += 1));
		troubles.end();
		await sleep(random() * 60);
	}
	await sleep(SEARCH_LAG_MS);
	await poller.poll();
	expect(await poller.poll()).toEqual([]);
	return { expected, found: keysOf(poller.items), failures };
}

test('5,000 changes of opportunities, appointments, notes and records over 20 polls come once each, through lag, equal times, and polls that fail', async () => {
	const { expected, found, failures } = await run();

	const changes = ROUNDS * KINDS.reduce((sum, { perRound }) => sum + perRound, 0);
	expect(changes).toBe(5_000);
	expect(failures).toBeGreaterThan(3);
	const [wanted, met] = [new Set(expected), new Set(found)];
	expect({
		missing: expected.filter((one) => !met.has(one)),
		twice: found.length - met.size,
		notHappened: found.filter((one) => !wanted.has(one)),
	}).toEqual({ missing: [], twice: 0, notHappened: [] });
}, 120_000);
