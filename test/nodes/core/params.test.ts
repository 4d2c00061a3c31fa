import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../nodes/core/failure';
import { Params } from '../../../nodes/core/operation/params';
import { isEmpty, listOf, textOf } from '../../../nodes/core/values/texts';
import { executeContext } from '../../support/running/executeContext';

const params = (values: IDataObject, itemIndex = 0) =>
	new Params(executeContext({ items: [values, { id: 'of the second item' }] }), itemIndex, [
		{ displayName: 'Contact', name: 'id', type: 'string', default: '' },
	]);

test('each item is read with its own values', () => {
	expect(params({ id: 'of the first item' }).text('id')).toBe('of the first item');
	expect(params({ id: 'of the first item' }, 1).text('id')).toBe('of the second item');
});

test.each([
	[' abc ', 'abc'],
	[60606, '60606'],
	[0, '0'],
	[false, 'false'],
	[null, ''],
	[undefined, ''],
])('%p becomes the text %p', (value, text) => {
	expect(textOf(value, 'ZIP')).toBe(text);
});

test.each<[unknown, string]>([
	[{ a: 1 }, 'an object'],
	[['a'], 'a list'],
])('%j is not stored as "[object Object]", and the field is named', (value, kind) => {
	expect(() => textOf(value, 'City')).toThrow(`"City" must be text, but it is ${kind}`);
});

test.each([
	['a, b ,,c', ['a', 'b', 'c']] as const,
	[
		['a', ' b', '', null, 7],
		['a', 'b', '7'],
	] as const,
])('the list %j is read as %j', (value, expected) => {
	expect(listOf(value, 'Tags')).toEqual(expected);
});

test.each([[undefined], [null], [''], [' , ,'], [[]], [[' ']]])('the list %j has no entries', (value) => {
	expect(listOf(value, 'Tags')).toEqual([]);
});

test('an entry that comes twice is taken once', () => {
	expect(listOf('a,b,a', 'Tags')).toEqual(['a', 'b']);
});

test('a list of objects is refused instead of becoming "[object Object]"', () => {
	expect(() => listOf([{ name: 'a' }], 'Tags')).toThrow('"Tags" must be text');
});

test.each([[''], ['  '], [null]])('an id %j is refused with the label of the editor', (id) => {
	const read = () => params({ id }).id('id');
	expect(read).toThrow(Failure);
	expect(read).toThrow('"Contact" is empty');
});

test.each([
	[true, true],
	['true', true],
	[false, false],
	['false', false],
	['', false],
	[1, true],
])('%j is read as the boolean %j', (value, expected) => {
	expect(params({ flag: value }).boolean('flag')).toBe(expected);
});

test.each([[0], [-1], [1.5], ['abc'], [''], [null]])('a limit of %j is refused', (value) => {
	expect(() => params({ limit: value }).count('limit')).toThrow(
		'"limit" must be a whole number of 1 or more',
	);
});

test.each([[5], ['5']])('a limit of %j is five', (value) => {
	expect(params({ limit: value }).count('limit')).toBe(5);
});

test('a collection to which nothing was added is empty', () => {
	expect(params({}).collection('options')).toEqual({});
	expect(params({ options: null }).collection('options')).toEqual({});
	expect(params({ options: { timeout: 1 } }).collection('options')).toEqual({ timeout: 1 });
});

test('zero and false are values, blanks are none', () => {
	expect([0, false, {}, 'a', [0]].map(isEmpty)).toEqual([false, false, false, false, false]);
	expect([undefined, null, '', ' \n', []].map(isEmpty)).toEqual([true, true, true, true, true]);
});
