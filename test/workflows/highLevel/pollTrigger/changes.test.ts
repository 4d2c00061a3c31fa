import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { seededRandom } from '../../../support/fakeClock';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { startSandbox } from '../../../support/highLevel';
import { Poller } from '../../../support/running/runPolls';
import { COVERED_LAG_SECONDS, SEARCH_LAG_MS, sleep, STAMP_LAG_MS, Troubles } from './troubles';

const ROUNDS = 20;
const CHANGES_PER_ROUND = 250;

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
	const troubles = new Troubles(sandbox, forwarder);
	const random = seededRandom(5);
	await poller.activate();
	let failures = 0;
	for (let round = 0; round < ROUNDS; round++) {
		tag(ids.slice(round * CHANGES_PER_ROUND, (round + 1) * CHANGES_PER_ROUND), random);
		troubles.begin(round);
		await poller.poll().catch(() => (failures += 1));
		troubles.end();
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
