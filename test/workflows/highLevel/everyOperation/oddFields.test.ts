import type { HighLevelSandbox, RecordedRequest } from '../../../../sandbox/highLevel';
import { startSandbox } from '../../../support/highLevel';
import type { Json } from '../../../support/odd/changedFields';
import { CHANGES, changed, isOfEntries } from '../../../support/odd/changedFields';
import type { Forwarder, Passage } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { ODD_VALUES, placesIn, withValueAt } from '../../../support/odd/oddFields';
import { RAW_ERROR } from '../../../support/odd/oddResponses';
import { pace } from '../../../support/pace';
import type { Outcome } from '../../../support/sandboxRuns';
import { textOf } from '../../../support/sandboxRuns';
import { operations, runWith } from './operations';

// The rule is the same without waits.
pace({ rateLimit: { max: 100_000 }, backoff: { firstMs: 0, maxMs: 0 }, looksMs: [0] });

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

let starts = 0;

/** With other ids: the node knows again what it has created. */
async function runBehind(id: string, passage: Passage): Promise<Outcome> {
	sandbox.reset();
	starts += 1;
	sandbox.state.random.position = starts * 7_919;
	forwarder.passage = passage;
	return await runWith(sandbox, id, { baseUrl: forwarder.url });
}

const isRead = ({ method, path }: RecordedRequest) => method === 'GET' || /\/search(\?|$)/.test(path);

/** Each place of a response gets nothing, and one of these in turn; a text would be what most places hold. */
const KINDS = ['a number', 'an object', 'a list of nothing', 'a yes'];

/** An error of the language, or the text that stands for one because nothing better was found. */
const isNoWord = (text: string) =>
	RAW_ERROR.test(text) || text.includes('a shape that this node does not know');

function jsonIn(body: string): Json | undefined {
	return /^\s*[[{]/.test(body) ? (JSON.parse(body) as Json) : undefined;
}

test.each(operations)('$id ends in no raw error, and loses no entry, over odd fields', async ({ id }) => {
	const calm = await runBehind(id, {});
	const wrong: string[] = [];
	for (const [name, change] of Object.entries(CHANGES)) {
		const { run } = await runBehind(id, {
			answer: (body) => {
				const json = jsonIn(body);
				return json === undefined ? body : JSON.stringify(changed(json, change));
			},
		});
		const text = textOf(run);
		if (run.error && isNoWord(text)) wrong.push(`${name}: ${text}`);
		const isList = isOfEntries(name) && calm.requests.every(isRead);
		if (isList && !run.error && run.items.length < calm.run.items.length) wrong.push(`${name}: lost entries`);
	}
	expect(wrong).toEqual([]);
});

test.each(operations)('$id ends in no raw error when one field of a response is odd', async ({ id }) => {
	const answers: Json[] = [];
	await runBehind(id, {
		answer: (body) => {
			const json = jsonIn(body);
			if (json !== undefined) answers.push(json);
			return body;
		},
	});
	const places = answers.flatMap((one, at) => placesIn(one).map((place) => [at, place] as const));
	const wrong: string[] = [];
	for (const [turn, [index, place]] of places.entries()) {
		for (const what of ['nothing', KINDS[turn % KINDS.length] as string]) {
			let seen = 0;
			const { run } = await runBehind(id, {
				answer: (body) => {
					const json = jsonIn(body);
					if (json === undefined || seen++ !== index) return body;
					return JSON.stringify(withValueAt(json, place, ODD_VALUES[what]));
				},
			});
			const text = textOf(run);
			if (run.error && isNoWord(text)) wrong.push(`${what} as ${place.join('.')}: ${text}`);
		}
	}
	expect(wrong).toEqual([]);
});
