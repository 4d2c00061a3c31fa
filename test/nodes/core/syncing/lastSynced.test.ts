import { Account } from '../../../../nodes/core/account/account';
import type { Pace } from '../../../../nodes/core/account/pace';
import { syncRulesOf } from '../../../../nodes/core/editor/syncOptions';
import type { Conflict } from '../../../../nodes/core/syncing/decide';
import { decide, decideList } from '../../../../nodes/core/syncing/decide';
import type { Synced } from '../../../../nodes/core/syncing/lastSynced';
import { lastSyncedOf, syncedAfter, syncedTo } from '../../../../nodes/core/syncing/lastSynced';
import { latestRules, rememberSynced } from '../../../../nodes/core/syncing/recentSyncs';
import { isSameText } from '../../../../nodes/core/values/sameText';
import { seededRandom } from '../../../support/fakeClock';

const isSame = (_name: string, a: unknown, b: unknown) => isSameText(a, b);

/** One side of a pair: its record, when it changed, and what was last synced to it. */
interface Side {
	id: string;
	values: Record<string, string>;
	changedAt: number;
	synced?: Synced;
	/** The record as the sync to the other side read it last. */
	lastRead?: Record<string, string>;
}

const FIELDS = ['name', 'phone', 'city', 'street'];

/** Takes a side's record to the other side, as a write of a flow does; returns the fields that it wrote. */
function sync(source: Side, target: Side, conflict: Conflict, at: number): string[] {
	const lastSynced = syncedTo(target.synced, target.id);
	const [wanted, current] = [
		(name: string) => source.values[name],
		(name: string) => target.values[name] ?? null,
	];
	const { write, equal } = decide(
		FIELDS,
		{ wanted, current, isSame, lastRead: (name) => target.lastRead?.[name] },
		{
			lastSynced,
			conflict,
			onlyIfEmpty: [],
			sourceChangedAt: source.changedAt,
			targetChangedAt: target.changedAt,
		},
	);
	// The target stores texts in lower case, as a service may.
	for (const name of write) target.values[name] = String(wanted(name)).toLowerCase();
	if (write.length > 0) target.changedAt = at;
	const settled = [...write, ...equal].map(
		(name) => [name, { given: wanted(name), stored: current(name) }] as const,
	);
	source.lastRead = { ...source.values };
	target.synced = syncedAfter(target.id, lastSynced, new Map(settled));
	return write;
}

function pair(): [Side, Side] {
	const values = { name: 'ann', phone: '1', city: 'rome', street: 'via 1' };
	const a: Side = { id: 'a', values: { ...values }, changedAt: 0 };
	const b: Side = { id: 'b', values: { ...values }, changedAt: 0 };
	sync(a, b, 'lastWriteWins', 0);
	sync(b, a, 'lastWriteWins', 0);
	return [a, b];
}

test('edits of different fields on both sides all arrive, in whichever order the syncs run', () => {
	const random = seededRandom(16);
	for (let round = 0; round < 500; round++) {
		const [a, b] = pair();
		const expected: Record<string, string> = { ...a.values };
		let at = 0;
		for (let step = 0; step < 6; step++) {
			// Each field has one side that edits it, so nothing here is a conflict.
			const field = FIELDS[Math.floor(random() * FIELDS.length)] as string;
			const side = FIELDS.indexOf(field) % 2 === 0 ? a : b;
			const value = `Value ${round}.${step}`;
			side.values[field] = value;
			side.changedAt = ++at;
			expected[field] = value.toLowerCase();
			if (random() < 0.4) sync(a, b, 'lastWriteWins', ++at);
			if (random() < 0.4) sync(b, a, 'lastWriteWins', ++at);
		}
		const both = random() < 0.5 ? ([a, b] as const) : ([b, a] as const);
		sync(both[0], both[1], 'lastWriteWins', ++at);
		sync(both[1], both[0], 'lastWriteWins', ++at);
		expect(lower(a.values)).toEqual(expected);
		expect(lower(b.values)).toEqual(expected);
		expect([sync(a, b, 'lastWriteWins', ++at), sync(b, a, 'lastWriteWins', ++at)]).toEqual([[], []]);
	}
});

function lower(values: Record<string, string>): Record<string, string> {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.toLowerCase()]));
}

describe('a field that was changed on both sides', () => {
	test.each([
		['lastWriteWins', 'lastWriteWins', 'b'],
		['sourceWins', 'targetWins', 'a'],
		['targetWins', 'sourceWins', 'b'],
	] as const)('ends equal under %s there and %s back', (there, back, winner) => {
		for (const isBackFirst of [false, true]) {
			const [a, b] = pair();
			a.values.phone = 'from a';
			a.changedAt = 1;
			b.values.phone = 'from b';
			b.changedAt = 2;
			const steps = [() => sync(a, b, there, 3), () => sync(b, a, back, 4)];
			for (const step of isBackFirst ? [...steps].reverse() : steps) step();
			for (const step of steps) step();
			expect([a.values.phone, b.values.phone]).toEqual([`from ${winner}`, `from ${winner}`]);
			expect([sync(a, b, there, 5), sync(b, a, back, 6)]).toEqual([[], []]);
		}
	});

	test('names the value that lost', () => {
		const lastSynced = { id: 'b', link: 'l', version: 1, values: { phone: '1' } };
		const values = { wanted: () => '2', current: () => '3', isSame };
		const decideBy = (conflict: Conflict, targetChangedAt?: number) =>
			decide(['phone'], values, {
				lastSynced,
				conflict,
				onlyIfEmpty: [],
				sourceChangedAt: 10,
				targetChangedAt,
			});
		expect(decideBy('sourceWins')).toEqual({ write: ['phone'], equal: [], lost: new Map([['phone', '3']]) });
		expect(decideBy('targetWins')).toEqual({ write: [], equal: [], lost: new Map([['phone', '2']]) });
		expect(decideBy('lastWriteWins', 9).write).toEqual(['phone']);
		expect(decideBy('lastWriteWins', 11).write).toEqual([]);
		expect(decideBy('lastWriteWins').write).toEqual(['phone']);
	});
});

test('a field that the service stores in another form is no edit of the target', () => {
	const synced = syncedAfter('b', undefined, new Map([['phone', { given: '(555) 1', stored: '+1 555 1' }]]));
	expect(synced).toMatchObject({
		id: 'b',
		version: 1,
		values: { phone: '(555) 1' },
		stored: { phone: '+1 555 1' },
	});
	const decision = decide(
		['phone'],
		{ wanted: () => '(555) 2', current: () => '+1 555 1', isSame },
		{ lastSynced: synced, conflict: 'targetWins', onlyIfEmpty: [] },
	);
	expect(decision).toEqual({ write: ['phone'], equal: [], lost: new Map() });
});

test('a field of "Only If Empty" is written while the target has no value', () => {
	const rules = { conflict: 'sourceWins' as const, onlyIfEmpty: ['city'] };
	const decideOver = (current: unknown) =>
		decide(['city'], { wanted: () => 'Rome', current: () => current, isSame }, rules).write;
	expect([decideOver(''), decideOver(null), decideOver('Paris')]).toEqual([['city'], ['city'], []]);
});

test.each([
	['add', { add: ['new'], remove: [] }],
	['replace', { add: ['new'], remove: ['gone'] }],
	['remove', { add: [], remove: ['new'] }],
] as const)('names of a list that the source changed are changed, in the mode %s', (mode, changes) => {
	const current = ['kept', 'Gone', 'own', ...(mode === 'remove' ? ['new'] : [])];
	expect(
		decideList(current, ['kept', 'removed there', 'new'], mode, ['kept', 'removed there', 'gone']),
	).toEqual(changes);
});

test('names that came from the target and are gone there since do not come back, and the other way round', () => {
	const decideWith = (lastRead?: string[]) =>
		decideList(['again'], ['was there'], 'replace', ['again'], lastRead);
	expect(decideWith()).toEqual({ add: ['was there'], remove: ['again'] });
	expect(decideWith(['was there'])).toBeUndefined();
});

test('a list that the source did not change is left alone', () => {
	expect(decideList(['own'], ['a', 'b'], 'replace', ['B', 'a'])).toBeUndefined();
});

describe('Last Synced Values', () => {
	const synced = { id: 'b', link: 'l', version: 1, values: { name: 'Ann' }, stored: { name: 'ann' } };

	test.each([
		['an object', synced],
		['its JSON text', ` ${JSON.stringify(synced)} `],
	])('are taken as %s', (_what, value) => {
		expect(syncRulesOf({ lastSynced: value }, 'utc').lastSynced).toEqual(synced);
	});

	test('of another record are not used', () => {
		expect([syncedTo(synced, 'b'), syncedTo(synced, 'c')]).toEqual([synced, undefined]);
	});

	test.each([
		['', undefined],
		[null, undefined],
		['null', undefined],
		[{}, undefined],
		[{ id: 7, values: {} }, '7'],
	])('may lack what they had: %j', (value, id) => {
		expect(lastSyncedOf(value, 'Last Synced Values')?.id).toBe(id);
	});

	test.each(['{"id": "b"', '[1]', '7', 7])('that cannot be read are refused with a remedy: %j', (value) => {
		expect(() => lastSyncedOf(value, 'Last Synced Values')).toThrow(
			'"Last Synced Values" is not what an earlier run returned',
		);
	});

	test('keep fields that this write does not have', () => {
		const after = syncedAfter('b', synced, new Map([['city', { given: 'Rome', stored: 'Rome' }]]));
		expect(after).toEqual({ ...synced, version: 2, values: { name: 'Ann', city: 'Rome' } });
		expect(syncedAfter('b', after, new Map([['city', { given: 'Rome', stored: 'Rome' }]]))).toBe(after);
	});
});

describe('an execution that has read "Last Synced Values" before another one stored newer ones', () => {
	const account = () => new Account('a', { rateLimit: { max: 10, intervalMs: 1000 } } as Pace);
	const first = syncedAfter('b', undefined, new Map([['city', { given: 'Rome', stored: 'Rome' }]]));
	const second = syncedAfter('b', first, new Map([['city', { given: 'Oslo', stored: 'Oslo' }]]));
	const rulesWith = (lastSynced?: Synced) => ({
		conflict: 'lastWriteWins' as const,
		onlyIfEmpty: [],
		lastSynced,
	});

	test('uses what this process returned last', () => {
		const own = account();
		rememberSynced(own, second);
		expect(latestRules(own, rulesWith(first), 'b').lastSynced).toBe(second);
		expect(latestRules(account(), rulesWith(first), 'b').lastSynced).toBe(first);
	});

	test('uses its own if they are newer, of another workflow, or none', () => {
		const own = account();
		rememberSynced(own, first);
		const ofAnother = syncedAfter('b', undefined, new Map());
		expect(latestRules(own, rulesWith(second), 'b').lastSynced).toBe(second);
		expect(latestRules(own, rulesWith(ofAnother), 'b').lastSynced).toBe(ofAnother);
		expect(latestRules(own, rulesWith(), 'b').lastSynced).toBeUndefined();
		expect(latestRules(own, rulesWith(first), 'c').lastSynced).toBeUndefined();
	});
});
