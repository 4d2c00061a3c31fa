import { isSameText } from '../../../../nodes/core/values/sameText';

test.each([
	['Jo@Example.com', 'jo@example.com '],
	['Open\u00a0House', 'open  house'],
	['vip\u200b', 'VIP'],
	[2110, '2110'],
	[true, 'True'],
	[null, ''],
	[undefined, null],
])('%j is %j', (a, b) => {
	expect(isSameText(a, b)).toBe(true);
});

test.each<[unknown, unknown]>([
	['02110', 2110],
	[false, ''],
	[0, ''],
	['a', 'á'],
	[{ status: 'active' }, { status: 'inactive' }],
	[{ toString: 1 }, 'a'],
	[['a', 'b'], 'a,b'],
])('%j is not %j', (a, b) => {
	expect(isSameText(a, b)).toBe(false);
});
