import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { AllTexts } from './allTexts';
import { ROOT } from '../../support/paths';
import { allTexts, offencesInAll } from './allTexts';
import type { Counts } from './baseline';
import { countsOf, newOffences, nextBaseline, outdated } from './baseline';
import type { Text } from './text';
import type { Offence } from './wordList';
import { rowsOf } from './wordList';

const BASELINE = resolve(__dirname, 'baseline.json');

/** Set to take what was corrected off the baseline: `UPDATE_WORDS=1 npm test -- contract/words`. */
const update = process.env.UPDATE_WORDS === '1';

const rows = rowsOf(readFileSync(resolve(ROOT, 'docs/develop/words.md'), 'utf8'));
const words = rows.flatMap((row) => row.words);

let texts: AllTexts;
let offences: Offence[];
let counts: Counts;
let baseline: Counts;
beforeAll(async () => {
	texts = await allTexts();
	offences = offencesInAll(texts, rows);
	counts = countsOf(words, offences);
	baseline = JSON.parse(readFileSync(BASELINE, 'utf8')) as Counts;
	if (!update) return;
	baseline = nextBaseline(baseline, counts);
	writeFileSync(BASELINE, `${JSON.stringify(baseline, null, '\t')}\n`);
});

test('no text uses a word that docs/develop/words.md forbids more often than the baseline says', () => {
	expect(newOffences(baseline, offences)).toEqual([]);
});

test('what was corrected is taken off the baseline: UPDATE_WORDS=1 npm test -- contract/words', () => {
	expect(outdated(baseline, counts)).toEqual([]);
});

test('the table has each word once, those of the design among them, and its page uses none', () => {
	expect(words).toEqual([...new Set(words)]);
	expect(words).toEqual(
		expect.arrayContaining(['put out', 'puts out', 'hangs on', 'in which', 'so many', 'e-mail*']),
	);
	expect(offences.filter(({ file }) => file === 'docs/develop/words.md')).toEqual([]);
});

test('every text is looked at: sources, what the editor shows, pages and workflows', () => {
	const { written, shown, pages, flows } = texts;
	expect(written.length).toBeGreaterThan(5000);
	expect(textsIn(written, 'nodes/core/')).toContain("for the service's support");
	expect(textsIn(written, 'credentials/')).toContain('Wise Agent OAuth2');
	const classes = globSync(['nodes/*/*.node.ts', 'credentials/*.ts'], { cwd: ROOT });
	expect([...new Set(shown.map(({ file }) => file))].sort()).toEqual(classes.sort());
	expect(textsIn(shown, 'nodes/GoHighLevel/GoHighLevel.node.ts')).toContain('Create or Update');
	expect(textsIn(shown, 'nodes/WhatsAble/WhatsAbleTrigger.node.ts')).toContain('e.g. ');
	expect(textsIn(shown, 'credentials/GoHighLevelWebhookApi.credentials.ts')).toContain('Secret');
	expect(textsIn(pages, 'README.md')).toContain('n8n nodes');
	expect(textsIn(pages, 'docs/develop/words.md')).toContain('Words not to use');
	expect(textsIn(flows, 'workflows/')).toContain('**Set up**');
});

/** The texts of a file, or of a folder. */
function textsIn(all: Text[], place: string): string {
	return all
		.filter(({ file }) => file.startsWith(place))
		.map(({ text }) => text)
		.join('\n');
}
