import { Failure } from '../failure';

/**
 * The fields of an update; throws a `Failure` when there is nothing to write.
 *
 * @param collection the collection that they come from, by its name and by what the editor shows
 */
export function someFields<T extends object>(
	fields: T,
	collection = { name: 'updateFields', displayName: 'Update Fields' },
): T {
	if (Object.keys(fields).length > 0) return fields;
	throw new Failure(
		'There is nothing to update',
		`Add at least one field with a value under "${collection.displayName}", or leave this item out.`,
		{ field: collection.name },
	);
}
