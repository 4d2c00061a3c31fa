import { business } from './business';
import { campaign } from './campaign';
import { contact } from './contact';
import { customApiCall } from './customApiCall';
import type { InvalidValues } from './invalidValues';
import { location } from './location';
import { note } from './note';
import { tag } from './tag';
import { task } from './task';
import { user } from './user';
import { workflow } from './workflow';

const BY_RESOURCE: Record<string, InvalidValues> = {
	business,
	campaign,
	contact,
	customApiCall,
	location,
	note,
	tag,
	task,
	user,
	workflow,
};

/** `resource.operation` -> a value that cannot be right. */
export const invalidValues: InvalidValues = Object.fromEntries(
	Object.entries(BY_RESOURCE).flatMap(([resource, own]) =>
		Object.entries(own).map(([operation, row]) => [`${resource}.${operation}`, row]),
	),
);
