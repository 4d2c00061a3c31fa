import { Failure } from '../../../nodes/core/failure';
import { path, pathIn } from '../../../nodes/core/sending/path';

test('a path carries the route that it belongs to, for the version table', () => {
	expect(path`/contacts/${'abc'}/tasks/${7}`).toEqual({
		value: '/contacts/abc/tasks/7',
		route: '/contacts/{}/tasks/{}',
	});
	expect(path`/contacts/`).toEqual({ value: '/contacts/', route: '/contacts/' });
});

test.each([
	['a/b', 'a%2Fb'],
	['a?b=c#d', 'a%3Fb%3Dc%23d'],
	['../other', '..%2Fother'],
	['%2e%2e', '%252e%252e'],
	['a\\b', 'a%5Cb'],
	['ü n', '%C3%BC%20n'],
	['...', '...'],
	[' abc\n', 'abc'],
])('an id %j cannot lead to another record', (id, encoded) => {
	expect(path`/contacts/${id}`.value).toBe(`/contacts/${encoded}`);
	expect(new URL(path`/contacts/${id}`.value, 'https://host').pathname).toBe(`/contacts/${encoded}`);
});

test.each([
	['', 'The id for "contacts" is empty'],
	['  \t', 'The id for "contacts" is empty'],
	['\u00a0', 'The id for "contacts" is empty'],
	['.', 'The id for "contacts" is "."'],
	[' .. ', 'The id for "contacts" is ".."'],
	[undefined as unknown as string, 'The id for "contacts" is empty'],
])('an id %j is refused before anything is sent, and named', (id, message) => {
	const build = () => path`/contacts/${id}/tasks`;
	expect(build).toThrow(Failure);
	expect(build).toThrow(message);
});

test('the id that is missing is named by its own collection', () => {
	expect(() => path`/contacts/${'abc'}/tasks/${''}`).toThrow('The id for "tasks" is empty');
});

test('a path is the same, made from a template with names', () => {
	expect(pathIn('/contacts/{contactId}/tasks/{taskId}', { taskId: 'b', contactId: 'a/c' })).toEqual(
		path`/contacts/${'a/c'}/tasks/${'b'}`,
	);
	expect(pathIn('/contacts/', {})).toEqual(path`/contacts/`);
	expect(() => pathIn('/contacts/{contactId}/tasks/{taskId}', { contactId: 'a' })).toThrow(
		'The id for "tasks" is empty',
	);
	expect(() => pathIn('/contacts/{constructor}', {})).toThrow('The id for "contacts" is empty');
});
