import type { ListChoice } from '../../../../nodes/core/values/listChanges';
import { listChanges } from '../../../../nodes/core/values/listChanges';

const COMPARED = { compared: true, onlyEmpty: false, isFree: false };
const BLIND = { ...COMPARED, compared: false };
const FILL = { ...COMPARED, onlyEmpty: true };

const there = ['lead', 'open  house'];
const wanted = ['Lead', 'vip'];

const cases: Array<[string, ListChoice, string[], ReturnType<typeof listChanges>]> = [
	['add: what is missing', { mode: 'add', ...COMPARED }, wanted, { add: ['vip'], remove: [] }],
	['add: nothing is missing', { mode: 'add', ...COMPARED }, ['LEAD', 'open house'], undefined],
	['add: all, without a look', { mode: 'add', ...BLIND }, wanted, { add: wanted, remove: [] }],
	['add: what is missing, to fill', { mode: 'add', ...FILL }, wanted, { add: ['vip'], remove: [] }],
	['remove: what is there', { mode: 'remove', ...COMPARED }, wanted, { add: [], remove: ['Lead'] }],
	['remove: all, without a look', { mode: 'remove', ...BLIND }, wanted, { add: [], remove: wanted }],
	['remove: nothing, to fill', { mode: 'remove', ...FILL }, wanted, undefined],
	[
		'replace: what is missing for what is not wanted',
		{ mode: 'replace', ...COMPARED },
		wanted,
		{ add: ['vip'], remove: ['open  house'] },
	],
	[
		'replace: a name with other blanks and capitals stays',
		{ mode: 'replace', ...COMPARED },
		['Open House'],
		{ add: [], remove: ['lead'] },
	],
	['replace: all is there', { mode: 'replace', ...COMPARED }, ['Open House', 'lead'], undefined],
	['replace: all, without a look', { mode: 'replace', ...BLIND }, there, { add: there, remove: [] }],
	['replace: nothing, to fill', { mode: 'replace', ...FILL }, wanted, undefined],
	['no name given', { mode: 'replace', ...BLIND }, [], undefined],
];

test.each(cases)('%s', (_, choice, given, changes) => {
	expect(listChanges(there, given, choice)).toEqual(changes);
});

test('a list is filled that is free, and not one of which no name could be read', () => {
	const fill = { mode: 'replace', compared: true, onlyEmpty: true } as const;
	expect(listChanges([], wanted, { ...fill, isFree: true })).toEqual({ add: wanted, remove: [] });
	expect(listChanges([], wanted, { ...fill, isFree: false })).toBeUndefined();
});
