import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { seededRandom } from '../../../support/fakeClock';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { startSandbox } from '../../../support/highLevel';
import { Poller } from '../../../support/running/runPolls';

const ROUNDS = 20;
const CHANGES_PER_ROUND = 250;
/** How long a change stays invisible to searches. */
const SEARCH_LAG_MS = 300;
/** How far the time that is written on a change may lie before the moment at which it is stored. */
const STAMP_LAG_MS = 800;
/** As the node is set: it covers both. */
const COVERED_LAG_SECONDS = 3;

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
beforeEach(async () => {
	sandbox = await startSandbox({ rateLimit: { max: 100_000, intervalMs: 100 } });
	forwarder = await startForwarder(sandbox.url);
});
afterEach(async () => {
	await forwarder.close();
	await sandbox.close();
});

const sleep = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

/** What goes wrong in a round. The last two make the poll fail. */
const TROUBLES: Array<() => void> = [
	() => undefined,
	() => sandbox.faults.add({ kind: 'rateLimited', times: 2 }),
	() => sandbox.faults.add({ kind: 'serverError', probability: 0.3 }),
	() => sandbox.faults.add({ kind: 'connectionReset', probability: 0.3 }),
	() => sandbox.faults.add({ kind: 'serverError' }),
	() => loseConnectionAfter(1),
];

/** The first pages of the poll arrive, and after that nothing any more. */
function loseConnectionAfter(pages: number): void {
	let passed = 0;
	forwarder.passage.drops = () => ++passed > pages;
}

function noTroubles(): void {
	sandbox.faults.clear();
	forwarder.passage.drops = undefined;
}

/** Gives contacts a tag; groups of them carry the same time, and the times of groups are out of order. */
function tag(ids: string[], random: () => number): void {
	for (let place = 0; place < ids.length; place += 50) {
		const dateUpdated = new Date(Date.now() - Math.floor(random() * STAMP_LAG_MS)).toISOString();
		for (const id of ids.slice(place, place + 50)) {
			sandbox.state.updateContact(id, { tags: ['changed'], dateUpdated });
		}
	}
}

function idsOf(items: IDataObject[], event: string): string[] {
	return items.filter((item) => item.event === event).map(({ id }) => String(id));
}

/** Polls while contacts change; answers what was put out, and how many polls failed. */
async function run() {
	const ids = sandbox.state.seedContacts(ROUNDS * CHANGES_PER_ROUND).map(({ id }) => id);
	sandbox.configure({ searchDelayMs: SEARCH_LAG_MS });
	const poller = new Poller(sandbox, {
		baseUrl: forwarder.url,
		parameters: {
			events: ['contactUpdated', 'tagAdded'],
			options: { searchLagSeconds: COVERED_LAG_SECONDS },
		},
	});
	const random = seededRandom(5);
	await poller.activate();
	let failures = 0;
	for (let round = 0; round < ROUNDS; round++) {
		tag(ids.slice(round * CHANGES_PER_ROUND, (round + 1) * CHANGES_PER_ROUND), random);
		TROUBLES[round % TROUBLES.length]?.();
		await poller.poll().catch(() => (failures += 1));
		noTroubles();
		await sleep(random() * 120);
	}
	await sleep(SEARCH_LAG_MS);
	await poller.poll();
	expect(await poller.poll()).toEqual([]);
	return { ids, items: poller.items, failures };
}

test('5,000 changes over 20 polls come out once each, through lag, equal times, and polls that fail', async () => {
	const { ids, items, failures } = await run();

	expect(failures).toBeGreaterThan(3);
	for (const event of ['contactUpdated', 'tagAdded']) {
		const found = idsOf(items, event);
		const twice = found.length - new Set(found).size;
		const missing = ids.filter((id) => !found.includes(id)).length;
		expect({ event, emitted: found.length, missing, twice }).toEqual({
			event,
			emitted: ROUNDS * CHANGES_PER_ROUND,
			missing: 0,
			twice: 0,
		});
	}
}, 120_000);
