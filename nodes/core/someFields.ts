import { Failure } from './failure';

/** The fields of an update; throws a `Failure` when there is nothing to write. */
export function someFields<T extends object>(fields: T): T {
	if (Object.keys(fields).length > 0) return fields;
	throw new Failure(
		'There is nothing to update',
		'Add at least one field with a value under "Update Fields", or leave this item out.',
		{ field: 'updateFields' },
	);
}
