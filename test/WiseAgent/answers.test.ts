import { listIn, recordIn, refusalIn, saysDone } from '../../nodes/WiseAgent/api/answers';

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
