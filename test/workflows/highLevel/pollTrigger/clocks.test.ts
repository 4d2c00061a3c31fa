import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { startSandbox } from '../../../support/highLevel';
import { Poller } from '../../../support/running/runPolls';
import { storeContact } from '../../../support/sandboxRuns';
import { addNote, eventsOf } from './records';

const HOUR_MS = 3_600_000;
const ISO_TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
beforeEach(async () => {
	sandbox = await startSandbox();
	forwarder = await startForwarder(sandbox.url);
});
afterEach(async () => {
	await forwarder.close();
	await sandbox.close();
});

function shifted(text: string, byMs: number): string {
	return text.replace(ISO_TIME, (time) => new Date(Date.parse(time) + byMs).toISOString());
}

/** All times of the service, in records and in the Date header, are ahead of this machine's clock. */
function clockAhead(byMs: number): void {
	forwarder.passage = {
		request: (body) => shifted(body, -byMs),
		answer: (body) => shifted(body, byMs),
		date: () => new Date(Date.now() + byMs),
	};
}

const EVENTS = ['contactCreated', 'contactUpdated', 'noteCreated', 'tagAdded'];

test.each([
	['ahead of', HOUR_MS],
	['behind', -HOUR_MS],
])(
	"nothing is missed and nothing comes twice when HighLevel's clock is an hour %s this machine's",
	async (_, byMs) => {
		clockAhead(byMs);
		const known = storeContact(sandbox, { firstName: 'Known' });
		addNote(sandbox, known, 'Before', 60_000);
		const poller = new Poller(sandbox, { baseUrl: forwarder.url, parameters: { events: EVENTS } });
		await poller.activate();

		const added = storeContact(sandbox, { firstName: 'New' });
		sandbox.state.updateContact(known, { tags: ['vip'] });
		const note = addNote(sandbox, known, 'After');

		expect(eventsOf(await poller.poll())).toEqual(
			[
				`contactCreated ${added}`,
				`contactUpdated ${known}`,
				`noteCreated ${note.id}`,
				`tagAdded ${known}`,
			].sort(),
		);
		expect(await poller.poll()).toEqual([]);
	},
);

test('contacts are found although the Date header alone is wrong by an hour', async () => {
	forwarder.passage = { date: () => new Date(Date.now() + HOUR_MS) };
	const poller = new Poller(sandbox, { baseUrl: forwarder.url, parameters: { events: EVENTS.slice(0, 2) } });
	await poller.activate();
	const added = storeContact(sandbox, { firstName: 'New' });
	expect(eventsOf(await poller.poll())).toEqual([`contactCreated ${added}`]);
	expect(await poller.poll()).toEqual([]);
});
