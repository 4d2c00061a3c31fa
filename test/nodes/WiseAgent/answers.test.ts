import { listIn, recordIn, refusalIn, saysDone } from '../../../nodes/WiseAgent/api/reading/answers';

describe('failures that come with status 200', () => {
	test.each<[unknown, string]>([
		[{ Error: 'Missing ClientID' }, 'Missing ClientID'],
		[{ error: 'SearchID not found' }, 'SearchID not found'],
		[{ error: 'invalid_grant', error_description: 'The token has expired' }, 'The token has expired'],
		[{ status: 'error', data: { message: 'Property not found' } }, 'Property not found'],
		[{ status: 'error', data: '{"message": "Property not found"}' }, 'Property not found'],
		[{ status: 'error', data: '{message": "Property not found"' }, 'Property not found'],
		[{ success: false, message: "Duplicate Key 'x'" }, "Duplicate Key 'x'"],
		[{ success: 'false', message: 'no' }, 'no'],
		[{ Success: 'False' }, ''],
		[[{ success: 'false', message: 'Note is locked' }], 'Note is locked'],
		[[{ Error: 'Invalid Field Rank - 1 not updated' }], 'Invalid Field Rank - 1 not updated'],
	])('%j is one', (answer, text) => {
		expect(refusalIn(answer)).toBe(text);
		expect(saysDone(answer)).toBe(false);
	});

	test.each<[unknown]>([
		[{ success: 'true', data: { ClientID: 1 } }],
		[{ success: true, error: '' }],
		[{ success: true, error: false, errors: [], errorCode: 0, message: 'No errors' }],
		[{ success: true, error: 'none', status: 'success', statusCode: 200 }],
		[{ success: 'true', data: { ClientID: 1, NewContact: false, Message: "Use 'updateContact'" } }],
		[{ success: true, categories: [{ catName: 'Error: not done', catID: '7' }] }],
		[{ status: 'success', data: { message: 'Property Photos added.' } }],
		[{ Success: 'Contact was successfully updated.' }],
		[[{ success: 'true', data: [{ ClientID: 1, NoteID: 2 }] }]],
		[{ Success: '1854784 updated' }],
		[{ status: 'success', data: { propertyId: '1' } }],
		[[{ success: 'property search profile added' }, { searchID: '1' }]],
	])('%j is none, and says that it was done', (answer) => {
		expect(refusalIn(answer)).toBeUndefined();
		expect(saysDone(answer)).toBe(true);
	});

	test.each<[unknown]>([
		[[{ ClientID: 1, Status: 'Rejected', Error: '' }]],
		[{ Data: [{ WebhookID: '1', Status: 'Disabled' }] }],
		[[{ error: 'a' }, { error: 'b' }]],
		[{}],
		[[]],
		[null],
		['text'],
		[1],
	])('%j is no failure, and says nothing of having been done', (answer) => {
		expect(refusalIn(answer)).toBeUndefined();
		expect(saysDone(answer)).toBe(false);
	});
});

describe('answers in which something speaks against the success', () => {
	test.each<[unknown]>([
		[{ Success: '0 updated' }],
		[{ Success: '-1 updated' }],
		[{ Success: 'Nothing was updated' }],
		[{ Success: 'None added' }],
		[{ Success: 'Record cannot be updated' }],
		[{ Success: 'Refused: record was changed by somebody else' }],
		[{ Success: 'Would be updated later' }],
		[{ status: 'success with errors' }],
		[{ status: 'successfully failed' }],
		[{ success: true, error: { code: 5, text: 'no' } }],
		[{ success: true, error: true }],
		[{ success: true, error: 1 }],
		[{ success: true, error: ['x failed'] }],
		[{ success: true, Errors: ['It failed'] }],
		[{ success: true, error_message: 'locked' }],
		[{ success: true, data: { error: 'It failed' } }],
		[{ success: true, data: { success: false, message: 'locked' } }],
		[{ success: true, data: [{ Success: 'no' }] }],
		[{ success: true, data: '{"success":false}' }],
		[{ success: true, result: { errors: [{ text: 'no' }] } }],
		[{ success: true, ok: false }],
		[{ success: true, updated: 0 }],
		[{ success: true, failed: 1 }],
		[{ success: true, status: 'failed' }],
		[{ success: true, data: { status: 'Rejected' } }],
		[{ success: true, status: 500 }],
		[{ success: true, statusCode: 400 }],
		[{ success: true, StatusCode: '403' }],
		[{ success: true, code: -1 }],
		[{ success: true, message: 'Permission denied' }],
		[{ success: true, message: 'The record could not be saved' }],
		[{ success: true, data: { Message: 'Nothing was stored' } }],
		[{ success: true, data: 'Not saved' }],
		[{ success: true, id: 0 }],
		[{ success: true, TaskID: -1 }],
		[{ success: true, data: { propertyId: '0' } }],
		[[{ success: 'true' }, { searchID: '-1' }]],
		[[{ success: 'true' }, { success: 'false' }]],
	])('%j does not say that it was done', (answer) => {
		expect(saysDone(answer)).toBe(false);
	});
});

test.each<[unknown, unknown]>([
	[[{ a: 1 }], [{ a: 1 }]],
	[{ Data: [{ a: 1 }] }, [{ a: 1 }]],
	[{ data: [] }, []],
	[[{ Data: [{ a: 1 }] }], [{ Data: [{ a: 1 }] }]],
	[[1, 2], undefined],
	[{ other: [] }, undefined],
	[null, undefined],
])('the list in %j is %j', (answer, expected) => {
	expect(listIn(answer, 'data')).toEqual(expected);
});

test('a list of one stands for its record, and a longer one for none', () => {
	expect(recordIn([{ a: 1 }])).toEqual({ a: 1 });
	expect(recordIn({ a: 1 })).toEqual({ a: 1 });
	expect(recordIn([{ a: 1 }, { a: 2 }])).toBeUndefined();
	expect(recordIn('text')).toBeUndefined();
});
