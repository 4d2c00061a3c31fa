import type { Answer } from '../../../nodes/core/sending/http';
import type { Access } from '../../../nodes/GoHighLevel/api/access/access';
import { duplicateOf, errorText, failureOf, isNotFound } from '../../../nodes/GoHighLevel/api/errors';

const ACCESS = { locationId: 'LOC1' } as Access;

function answer(status: number, body: unknown): Answer {
	return { kind: 'answer', status, headers: {}, body };
}

describe('the text is found in every shape in which HighLevel answers errors', () => {
	test.each<[body: unknown, text: string]>([
		[{ message: 'Invalid JWT', statusCode: 401 }, 'Invalid JWT'],
		[{ message: ['a must be b', 'c is d'], error: 'Unprocessable Entity' }, 'a must be b; c is d'],
		[
			{ error: 'UnAuthorized!', error_description: 'Authorization code not found' },
			'Authorization code not found',
		],
		[{ error: { code: 'RESOURCE_NOT_FOUND', message: 'No such company' } }, 'No such company'],
		[{ detail: 'Try later' }, 'Try later'],
		[{ error: 'Bad Request' }, 'Bad Request'],
		['plain text', 'plain text'],
		[
			{ message: [{ property: 'email', constraints: { isEmail: 'email must be an email' } }] },
			'email must be an email',
		],
		[
			{
				message: [
					{
						property: 'customFields',
						children: [
							{
								property: '0',
								children: [{ property: 'id', constraints: { isString: 'id must be a string' } }],
							},
						],
					},
				],
			},
			'customFields.0.id must be a string',
		],
		[{ message: { message: ['a must be b', { message: 'c is d' }] } }, 'a must be b; c is d'],
		[{ message: [null] }, ''],
		[{ message: [null, ''], error: 'Bad Request' }, 'Bad Request'],
		[{ message: [[null], {}, undefined], error: {} }, ''],
		[{ message: null, error: null }, ''],
		[{ message: 'null', error: '[object Object]' }, ''],
		['null', ''],
		[{ error: { message: { reason: 1, message: 'Too long' } } }, 'Too long'],
		[{ error: { message: [{ message: 'Too long' }] } }, 'Too long'],
		[{ error: [{ message: 'Too long' }] }, 'Too long'],
		[{ error: { code: 'TOO_LONG' } }, 'TOO_LONG'],
		[{ errors: [{ message: 'Too long' }, { message: 'Too wide' }] }, 'Too long; Too wide'],
		[
			{ errors: { email: ['must be an email'], phone: 'phone is short' } },
			'email: must be an email; phone is short',
		],
		[{ message: 'Refused', errors: [{ message: 'Too long' }] }, 'Refused; Too long'],
		[{ message: 'Too long', errors: ['Too long'] }, 'Too long'],
		[[{ message: 'Too long' }], 'Too long'],
		[['Too long', null], 'Too long'],
		[{ message: true, error: false }, ''],
		['<html><body>502</body></html>', ''],
		[undefined, ''],
		[null, ''],
		[{}, ''],
	])('%j', (body, text) => {
		expect(errorText(body)).toBe(text);
	});
});

describe('an operator is told what was refused and what to do next', () => {
	test.each<[what: string, status: number, body: unknown, message: string, remedy: string, details: object]>([
		[
			'duplicate',
			400,
			{
				message: 'This location does not allow duplicated contacts.',
				meta: { contactId: 'c1', matchingField: 'email' },
			},
			'A contact with this email already exists: c1',
			'Create or Update',
			{ contactId: 'c1', matchingField: 'email', httpCode: 400 },
		],
		[
			'missing scope',
			401,
			{ message: 'The token is not authorized for this scope.' },
			'The token is not authorized for this scope.',
			'needs the scopes contacts.write, contacts.readonly',
			{ scopes: ['contacts.write', 'contacts.readonly'] },
		],
		[
			'bad token',
			401,
			{ message: 'Invalid JWT' },
			'does not accept the token: Invalid JWT',
			'mistyped, deleted or rotated',
			{},
		],
		[
			'wrong location',
			403,
			{ message: 'The token does not have access to this location.' },
			'refused access',
			'the location LOC1 and the chosen record',
			{ httpCode: 403 },
		],
		[
			'unknown contact',
			400,
			{ message: 'Contact with id x not found' },
			'Contact with id x not found',
			'Check the id',
			{},
		],
		['unknown route', 404, '<html></html>', 'does not know this record', 'Check the id', { httpCode: 404 }],
		[
			'validation',
			422,
			{ message: ['email must be an email', 'phone must be a string'], traceId: 't1' },
			'email must be an email; phone must be a string',
			'Correct the field that is named',
			{ field: 'email', traceId: 't1' },
		],
		[
			'property that the API does not know',
			422,
			{ message: ['property additionalEmails should not exist'] },
			'property additionalEmails should not exist',
			'Update the node',
			{ field: 'additionalEmails' },
		],
		[
			'validation that comes as objects',
			422,
			{ message: [{ property: 'email', constraints: { isEmail: 'email must be an email' } }] },
			'HighLevel refused the data: email must be an email',
			'Correct the field that is named',
			{ field: 'email' },
		],
		[
			'refusal without a reason',
			422,
			{ message: [null] },
			'HighLevel refused the data: no reason given',
			'Correct the field that is named',
			{},
		],
		[
			'slot that is taken',
			400,
			{ message: 'The slot you have selected is no longer available.' },
			'The slot you have selected is no longer available.',
			'Choose a time that Get Free Slots puts out',
			{},
		],
		[
			'user outside the team',
			422,
			{ message: 'The user id not part of calendar team.' },
			'The user id not part of calendar team.',
			"Name a user of the calendar's team",
			{},
		],
		['anything else', 409, { message: 'Conflict' }, 'status 409: Conflict', '', { httpCode: 409 }],
	])('%s', (_, status, body, message, remedy, details) => {
		const failure = failureOf(answer(status, body), {
			access: ACCESS,
			scopes: ['contacts.write', 'contacts.readonly'],
		});

		expect(failure.message).toContain(message);
		expect(failure.remedy ?? '').toContain(remedy);
		expect(failure.details).toMatchObject(details);
	});
});

test('not found is a 404, or the 400 with which HighLevel says so', () => {
	expect(isNotFound(answer(404, {}))).toBe(true);
	expect(isNotFound(answer(400, { message: 'Contact with id x not found' }))).toBe(true);
	expect(isNotFound(answer(400, { message: 'email must be an email' }))).toBe(false);
	expect(isNotFound(answer(422, { message: 'not found' }))).toBe(false);
});

test('a refusal is a duplicate only when it names the contact', () => {
	expect(duplicateOf(answer(400, { meta: { contactId: 'c1', matchingField: 'phone' } }))).toEqual({
		contactId: 'c1',
		matchingField: 'phone',
	});
	expect(
		duplicateOf(answer(400, { message: 'This location does not allow duplicated contacts.' })),
	).toBeUndefined();
	for (const contactId of [{ id: 'c1' }, ['c1'], null, '', '  ', true]) {
		expect(duplicateOf(answer(400, { meta: { contactId } }))).toBeUndefined();
	}
	for (const meta of [null, 'c1', ['c1']]) expect(duplicateOf(answer(400, { meta }))).toBeUndefined();
	expect(duplicateOf(answer(400, { meta: { contactId: 'c1', matchingField: { name: 'email' } } }))).toEqual({
		contactId: 'c1',
	});
	expect(duplicateOf(answer(500, { meta: { contactId: 'c1' } }))).toBeUndefined();
});
