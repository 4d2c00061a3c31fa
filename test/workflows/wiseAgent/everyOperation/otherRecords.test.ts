import { RAW_ERROR } from '../../../support/odd/oddResponses';
import { textOf } from '../../../support/sandboxRuns';
import { examples } from '../../../cases/wiseAgent';
import { operations } from './operations';
import { isWrite, Spoiled } from './spoiled';

/** The id of a record that nobody asked for. */
const OTHER = '7000007';

/** Fields that hold the id of a record, or of the contact that it belongs to. */
const IDS = /("(?:CallId|ClientI[dD]|ContactID|NoteID|PropertyID|SearchID|TaskID|VendorID)":\s*"?V?)(\d+)/g;

let spoiled: Spoiled;
beforeAll(async () => (spoiled = await Spoiled.start()));
afterAll(async () => await spoiled.close());

/** Those that ask for a record, or for what belongs to one. */
const asking = operations.filter(({ id, records }) => records.length > 0 || id === 'vendor.get');

test.each(asking)(
	'$id takes no record for the one that was asked for, when another one comes',
	async ({ id }) => {
		const calm = await spoiled.calmly(id);
		if (calm.requests.some(isWrite)) return;
		// Search profiles need not tell whose they are.
		const answer = (body: string) =>
			body
				.replace(IDS, `$1${OTHER}`)
				.replace(/{(?="?[^{}]*"propCity")/g, `{"SearchID":1,"ClientID":1,`)
				.replace(/"(SearchID|ClientID)":1,/g, `"$1":${OTHER},`);
		const { run } = await spoiled.run(id, { answer });

		expect(run.items).toEqual([]);
		expect(textOf(run)).toMatch(/returned another record|returned records of 7000007|was not found/);
		expect(textOf(run)).not.toMatch(RAW_ERROR);
	},
);

test('each operation that asks for a record is among these', () => {
	const named = operations.filter(({ id }) => examples[id] && /\.get(?!All)/.test(id)).map(({ id }) => id);
	const ofNone = ['account.getApiUsage', 'user.get'];
	expect(named.filter((id) => !asking.some((one) => one.id === id))).toEqual(ofNone);
});
