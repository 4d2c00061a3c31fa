import { looks } from '../../../nodes/core/creating';
import { backoff } from '../../../nodes/core/retry';
import { contactLooks } from '../../../nodes/GoHighLevel/api/contacts/contacts';
import type { HighLevelSandbox } from '../../../sandbox/highlevel';
import type { Forwarder, Passing } from '../../support/forwarder';
import { startForwarder } from '../../support/forwarder';
import { DEMO, startSandbox } from '../../support/highLevel';
import type { Place } from '../../support/oddFields';
import { placesIn, withValueAt } from '../../support/oddFields';
import { RAW_ERROR } from '../../support/oddResponses';
import { textOf } from '../../support/sandboxRuns';
import type { Outcome } from './operations';
import { operations, runWith } from './operations';

// The rules are the same after shorter waits.
Object.assign(backoff, { firstMs: 1, maxMs: 2 });
looks.waitsMs = [0];
contactLooks.waitsMs = [0];

/** What stands in fields that should hold something else, by what an operator would call it. */
const ODD_VALUES: Record<string, unknown> = {
	nothing: null,
	'a number': 42,
	'a yes': true,
	'a text': 'odd text',
	'a list of nothing': [null],
	'an object': { odd: 'inner odd' },
};

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
beforeAll(async () => {
	sandbox = await startSandbox();
	forwarder = await startForwarder(sandbox.url);
});
afterAll(async () => {
	await forwarder.close();
	await sandbox.close();
});

type Change = (body: unknown, asked: string) => unknown;

let starts = 0;

/** Runs an operation; its responses are changed on their way back. */
async function runChanged(id: string, change: Change): Promise<Outcome> {
	sandbox.reset();
	// With other ids: the node knows again what it has created.
	starts += 1;
	sandbox.state.random.position = starts * 7_919;
	forwarder.passage.answer = (text, passing) =>
		text === '' ? text : changed(text, change, askedIn(passing));
	// A token of its own: nothing of the location is known from an earlier run.
	const token = `pit-00000000-demo-demo-demo-${starts}`;
	const demo = sandbox.state.tokens.get(DEMO.token);
	if (demo) sandbox.state.tokens.set(token, { ...demo, token });
	return await runWith(sandbox, id, { baseUrl: forwarder.url, token });
}

function changed(text: string, change: Change, asked: string): string {
	return /^\s*[[{]/.test(text) ? JSON.stringify(change(JSON.parse(text), asked)) : text;
}

/** A request as it is the same in every run, in which records have other ids. */
function askedIn({ method, path }: Passing): string {
	return `${method} ${(path.split('?')[0] ?? '').replace(/\/[A-Za-z0-9]{20}(?=\/|$)/g, '/…')}`;
}

/** Something odd at one place of the responses to one request. */
interface Oddity {
	name: string;
	asked: string;
	place: Place;
	odd: unknown;
	/** Whether it takes the record, or others with it, out of what can be understood. */
	isAlone: boolean;
}

const RECORD_IDS = new Set<unknown>(['id', '_id']);

/** Each field of each response, with each odd value in it. */
function odditiesIn(answers: Map<string, unknown>): Oddity[] {
	return [...answers].flatMap(([asked, body]) =>
		placesIn(body).flatMap((place) =>
			Object.entries(ODD_VALUES).map(([what, odd]) => ({
				name: `${what} in ${place.join('.')} of ${asked}`,
				asked,
				place,
				odd,
				isAlone:
					place.length < 2 || RECORD_IDS.has(place.at(-1)) || placesIn(valueAt(body, place)).length > 0,
			})),
		),
	);
}

function valueAt(body: unknown, place: Place): unknown {
	return place.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], body);
}

/** So many fields of a record are odd at once; when that ends in an error, each of them by itself. */
const TOGETHER = 8;

/** Sets of oddities, each of other fields: where one field holds nothing, the next one holds a number, and so on. */
function groupsOf(oddities: Oddity[]): Oddity[][] {
	const alone = oddities.filter(({ isAlone }) => isAlone).map((one) => [one]);
	const others = oddities.filter(({ isAlone }) => !isAlone);
	const size = Object.keys(ODD_VALUES).length;
	const fields = Array.from({ length: others.length / size }, (_, at) =>
		others.slice(at * size, (at + 1) * size),
	);
	const groups = [];
	for (let first = 0; first < fields.length; first += TOGETHER) {
		const together = fields.slice(first, first + TOGETHER);
		for (let turn = 0; turn < size; turn++)
			groups.push(together.map((values, at) => values[(at + turn) % size] as Oddity));
	}
	return [...alone, ...groups];
}

function changeOf(oddities: Oddity[]): Change {
	return (body, now) =>
		oddities.reduce(
			(value, { asked, place, odd }) =>
				now === asked && hasPlace(value, place) ? withValueAt(value, place, odd) : value,
			body,
		);
}

/** Of two responses to the same request, one may be shorter. */
function hasPlace(body: unknown, place: Place): boolean {
	if (place.length === 0) return true;
	const [key = '', ...rest] = place;
	const isThere = typeof body === 'object' && body !== null && Object.hasOwn(body, key);
	return isThere && hasPlace((body as Record<string, unknown>)[key], rest);
}

/** Texts that show a value which was taken for another kind of value. */
const RAW_TEXT = /\[object|undefined|NaN/;

const isWrite = ({ method, path }: { method: string; path: string }): boolean =>
	method !== 'GET' && !/\/search(\?|$)/.test(path);

/** HighLevel may give `null` for a day without free slots. */
const isDayWithoutSlots = (name: string): boolean => /^nothing in [\d-]+ of GET \S+free-slots$/.test(name);

test.each(operations)(
	'$id: whatever stands in a field of a response, no error is raw, and no entry is lost',
	async ({ id }) => {
		const answers = new Map<string, unknown>();
		const usual = await runChanged(id, (body, asked) => {
			answers.set(asked, body);
			return body;
		});
		expect(usual.run.error).toBeUndefined();
		const reads = !usual.requests.some(isWrite);
		const problems: string[] = [];
		const look = async (group: Oddity[]): Promise<void> => {
			const { run } = await runChanged(id, changeOf(group));
			if (run.error && group.length > 1) {
				for (const one of group) await look([one]);
				return;
			}
			const name = group.map((one) => one.name).join(', ');
			const text = textOf(run);
			const items = JSON.stringify(run.items.map(({ json }) => json));
			if (RAW_ERROR.test(text)) problems.push(`${name}: ${text}`);
			if (RAW_TEXT.test(items)) problems.push(`${name}: ${items}`);
			// What is no list any more is an error, and the rest of a list is there whatever becomes of one entry.
			const isLost = run.error === undefined && run.items.length < usual.run.items.length;
			if (reads && isLost && !isDayWithoutSlots(name)) problems.push(`${name}: ${run.items.length} items`);
		};
		for (const group of groupsOf(odditiesIn(answers))) await look(group);
		expect(problems).toEqual([]);
	},
	300_000,
);
