import { business } from './business';
import { contact } from './contact';
import { customApiCall } from './customApiCall';
import type { InvalidValues } from './invalidValues';
import { note } from './note';
import { tag } from './tag';
import { task } from './task';
import { user } from './user';

const BY_RESOURCE: Record<string, InvalidValues> = {
	business,
	contact,
	customApiCall,
	note,
	tag,
	task,
	user,
};

/** `resource.operation` -> a value that cannot be right. */
export const invalidValues: InvalidValues = Object.fromEntries(
	Object.entries(BY_RESOURCE).flatMap(([resource, own]) =>
		Object.entries(own).map(([operation, row]) => [`${resource}.${operation}`, row]),
	),
);
