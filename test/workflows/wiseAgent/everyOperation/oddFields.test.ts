import { RAW_ERROR } from '../../../support/odd/oddResponses';
import { textOf } from '../../../support/sandboxRuns';
import { operations } from './operations';
import { isWrite, Spoiled } from './spoiled';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** JSON as text inside of JSON is changed like the rest. */
function changed(value: Json, change: (value: Json) => Json): Json {
	if (Array.isArray(value)) return change(value.map((entry) => changed(entry, change)));
	if (typeof value === 'object' && value !== null) {
		const entries = Object.entries(value).map(([name, entry]) => [name, changed(entry, change)]);
		return change(Object.fromEntries(entries) as Json);
	}
	if (typeof value === 'string' && /^[[{]/.test(value)) {
		return JSON.stringify(changed(JSON.parse(value) as Json, change));
	}
	return change(value);
}

const isText = (value: Json): value is string => typeof value === 'string';

const CHANGES: Record<string, (value: Json) => Json> = {
	'null among the entries of lists': (value) => (Array.isArray(value) ? [...value, null] : value),
	'a number among the entries of lists': (value) => (Array.isArray(value) ? [7, ...value] : value),
	'a list among the entries of lists': (value) => (Array.isArray(value) ? [...value, []] : value),
	'numbers in place of texts': (value) => (isText(value) ? 42 : value),
	'objects in place of texts': (value) => (isText(value) ? { text: value } : value),
	'lists in place of texts': (value) => (isText(value) ? [value] : value),
	'null in place of texts': (value) => (isText(value) ? null : value),
	'yes in place of texts': (value) => (isText(value) ? true : value),
};

let spoiled: Spoiled;
beforeAll(async () => (spoiled = await Spoiled.start()));
afterAll(async () => await spoiled.close());

test.each(operations)('$id ends in no raw error, and loses no entry, over odd fields', async ({ id }) => {
	const calm = await spoiled.calmly(id);
	const wrong: string[] = [];
	for (const [name, change] of Object.entries(CHANGES)) {
		const answer = (body: string) => {
			// Control characters may stand raw in the texts.
			const json = body.replace(/[\0-\x1f]/g, ' ');
			if (!/^\s*[[{]/.test(json) || /^\{[^{}]*\},/.test(json)) return body;
			return JSON.stringify(changed(JSON.parse(json) as Json, change));
		};
		const { run } = await spoiled.run(id, { answer });
		const text = textOf(run);
		if (run.error && RAW_ERROR.test(text)) wrong.push(`${name}: ${text}`);
		const isList = /entries of lists$/.test(name) && !calm.requests.some(isWrite);
		if (isList && !run.error && run.items.length < calm.run.items.length) wrong.push(`${name}: lost entries`);
	}
	expect(wrong).toEqual([]);
});
