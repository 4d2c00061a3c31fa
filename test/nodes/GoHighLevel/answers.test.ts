import { done, refuses } from '../../../nodes/GoHighLevel/api/answers';

test.each([
	[{ success: false }],
	[{ succeded: 'No' }],
	[{ error: 'no such contact' }],
	[{ errors: [{ message: 'refused' }] }],
	[{ error: true }],
	[{ statusCode: 422 }],
])('%j refuses, whatever else it says', (answer) => {
	expect(refuses(answer)).toBe(true);
	expect(done({ succeeded: true, ...answer })).toBeUndefined();
});

test.each([
	[{ error: null }],
	[{ error: 'No' }],
	[{ error: 'none' }],
	[{ errors: {} }],
	[{ errors: { contacts: [] } }],
	[{ error: { message: '' } }],
	[{ statusCode: 201 }],
	// What a person wrote says nothing about the request.
	[{ contact: { id: '1', error: 'failed' } }],
	[{ message: 'nothing is wrong' }],
])('%j refuses nothing', (answer) => {
	expect(refuses(answer)).toBe(false);
	expect(done({ succeeded: true, ...answer })).toBe(true);
});
