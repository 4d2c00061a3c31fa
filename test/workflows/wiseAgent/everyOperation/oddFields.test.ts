import { CHANGES, changed, isOfEntries } from '../../../support/odd/changedFields';
import { RAW_ERROR } from '../../../support/odd/oddResponses';
import { textOf } from '../../../support/sandboxRuns';
import { operations } from './operations';
import { isWrite, Spoiled } from './spoiled';

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
			return JSON.stringify(changed(JSON.parse(json), change));
		};
		const { run } = await spoiled.run(id, { answer });
		const text = textOf(run);
		if (run.error && RAW_ERROR.test(text)) wrong.push(`${name}: ${text}`);
		const isList = isOfEntries(name) && !calm.requests.some(isWrite);
		if (isList && !run.error && run.items.length < calm.run.items.length) wrong.push(`${name}: lost entries`);
	}
	expect(wrong).toEqual([]);
});
