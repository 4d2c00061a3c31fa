import { complaintsIn, explained } from '../../../nodes/GoHighLevel/api/validation';

test('a property that the node does not show is no reason to remove a field', () => {
	const sent = {
		values: { customFields: [{ id: 'f1' }] },
		labelOf: (path: string[]) => (path[0] === 'customFields' ? 'Custom Fields > Budget' : undefined),
	};
	const inField = explained('customFields.0.property foo should not exist', sent);
	expect(inField.text).toBe('"Custom Fields > Budget": HighLevel does not take property foo here');
	expect(inField.remedy).toMatch(/^HighLevel does not know this property.*Update the node/);
	expect(explained('property foo should not exist', sent).remedy).toMatch(/Update the node/);
	expect(
		explained('phone has an invalid format', { values: { phone: '12' }, labelOf: () => 'Phone' }).text,
	).toBe('"Phone" has an invalid format, but it is 12');
	expect(
		explained('nested property address must be either object or array', {
			values: { address: 'x' },
			labelOf: () => 'Address',
		}).text,
	).toBe('"Address" must be either object or array, but it is x');
});

test('two complaints in one text are told one by one', () => {
	expect(complaintsIn('email must be an email, phone must be a valid phone number')).toEqual([
		'email must be an email',
		'phone must be a valid phone number',
	]);
	expect(complaintsIn('status must be one of the following values: new, won')).toHaveLength(1);
});
