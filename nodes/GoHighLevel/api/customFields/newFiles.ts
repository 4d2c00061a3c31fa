import { Failure } from '../../../core/failure';
import type { BinaryFile } from '../../../core/values/files';
import { isObject } from '../../../core/values/objects';
import type { CustomField } from './fields';

/** Files of a custom field as a record holds them: a UUID for each. Source: the specification's `FileField`. */
export type StoredFiles = Record<
	string,
	{ meta?: { originalname?: string; size?: number }; url?: string; documentId?: string }
>;

/** Files for a custom field. They are uploaded when the record is written, and not before. */
export class NewFiles {
	constructor(
		readonly field: Pick<CustomField, 'id' | 'name'>,
		/** How many the field takes; `Infinity` where HighLevel does not say. */
		readonly limit: number,
		readonly files: BinaryFile[],
		/** Files of the record that stay. */
		readonly kept: StoredFiles = {},
	) {}

	/**
	 * What has to be written so that the record has these files beside its own, or `undefined` when it has them all:
	 * one of the same name and size is the same. A field that takes one file gets the new one in place of its own.
	 * Throws a `Failure` when there is no room.
	 */
	beside(current: unknown): NewFiles | undefined {
		const there = storedIn(current);
		const isThere = ({ name, content }: BinaryFile) =>
			Object.values(there).some(({ meta }) => meta?.originalname === name && meta.size === content.length);
		const missing = this.files.filter((file) => !isThere(file));
		if (missing.length === 0) return undefined;
		const count = Object.keys(there).length;
		if (this.limit > 1 && count + missing.length > this.limit) {
			throw tooMany(this.field, this.limit, `the contact has ${count}, and ${missing.length} would be added`);
		}
		return new NewFiles(this.field, this.limit, missing, this.limit > 1 ? there : {});
	}
}

/** The number of files that a field takes; `Infinity` where HighLevel does not say. */
export function fileLimitOf({ isMultiFileAllowed, maxFileLimit }: CustomField): number {
	return isMultiFileAllowed === false ? 1 : (maxFileLimit ?? Infinity);
}

export function tooMany({ name }: Pick<CustomField, 'name'>, limit: number, because: string): Failure {
	return new Failure(
		`"${name}" takes ${limit === 1 ? 'one file' : `${limit} files`}: ${because}`,
		'Map fewer files, or take some out of the contact in HighLevel. Nothing was written for this item.',
		{ field: name },
	);
}

function storedIn(value: unknown): StoredFiles {
	return isObject(value) ? (value as StoredFiles) : {};
}
