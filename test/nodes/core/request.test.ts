import { making, optional, request, scopesOf } from '../../../nodes/core/operation/request';

const list = request({ endpoint: 'GET /tags', scopes: ['tags.readonly'] }, () => ['a']);
const create = request(
	{ endpoint: 'POST /tags', scopes: ['tags.write'], further: [list] },
	(tag: string) => tag,
);
const settings = request({ endpoint: 'GET /settings', scopes: ['settings.readonly'] }, () => ({}));

test('a request is called as the function that it is made of', () => {
	expect(create('b')).toBe('b');
	expect(create.endpoint).toBe('POST /tags');
});

test('the scopes of a request come before those of what it may make on its way, each once', () => {
	expect(scopesOf({ requests: [create] })).toEqual(['tags.write', 'tags.readonly']);
	expect(scopesOf({ requests: [list, create, settings] })).toEqual([
		'tags.readonly',
		'tags.write',
		'settings.readonly',
	]);
	expect(scopesOf({ requests: [] })).toEqual([]);
});

test('nobody has to grant the scopes of an optional request, unless another one needs them', () => {
	expect(scopesOf({ requests: [optional(settings), create] })).toEqual(['tags.write', 'tags.readonly']);
	expect(scopesOf({ requests: [optional(list), create] })).toEqual(['tags.write', 'tags.readonly']);
	const upsert = making(create, [optional(settings)], () => 'c');
	expect(scopesOf({ requests: [upsert] })).toEqual(['tags.write', 'tags.readonly']);
});

test('work with further requests has the endpoint of its first one, which stays as it is', () => {
	const upsert = making(create, [settings], () => 'c');
	expect(upsert()).toBe('c');
	expect(upsert.endpoint).toBe('POST /tags');
	expect(upsert.further.map(({ endpoint }) => endpoint)).toEqual(['GET /tags', 'GET /settings']);
	expect(create.further.map(({ endpoint }) => endpoint)).toEqual(['GET /tags']);
});
