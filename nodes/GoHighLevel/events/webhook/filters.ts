import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../core/values/objects';
import type { Question } from './payloads/webhookEvent';
import { webhookEvent } from './payloads/events';
import { locationsOf } from './payloads/locations';
import type { Filters } from './settings';

/** Whether a delivery is from one of the locations; all are let through where none is named. */
export function isOfLocation(payload: IDataObject, { locationIds }: Filters): boolean {
	return locationIds.length === 0 || locationsOf(payload).some((id) => locationIds.includes(id));
}

/** The answers to the filters, as far as they are known. */
export type Answers = Partial<Record<Question, string[]>>;

/** The filters that are set, of those that ask about a contact or a user. */
export function questionsOf(filters: Filters): Question[] {
	return (['tags', 'assignedTo'] as const).filter((question) => filters[question].length > 0);
}

/** Whether all filters are met; `undefined` when that is not known yet. */
export function areMet(filters: Filters, answers: Answers): boolean | undefined {
	const verdicts = questionsOf(filters).map((question) =>
		answers[question]?.some((one) => filters[question].includes(one)),
	);
	if (verdicts.includes(false)) return false;
	return verdicts.includes(undefined) ? undefined : true;
}

/**
 * What a payload answers by itself. A kind of event that always answers a question, and has nothing under that name,
 * says "none".
 */
export function answersOf(event: string, payload: IDataObject): Answers {
	const { appointment, contactSnapshot } = payload;
	const contact = isObject(contactSnapshot) ? contactSnapshot : payload;
	const booking = isObject(appointment) ? appointment : {};
	const told = {
		tags: tagsOf(contact),
		assignedTo: textsOf([payload.assignedTo, booking.assignedUserId, ...listOf(booking.users)]),
	};
	const tells = webhookEvent(event)?.tells ?? [];
	return Object.fromEntries(
		Object.entries(told).filter(
			([question, values]) => values.length > 0 || tells.includes(question as Question),
		),
	);
}

/** What a contact answers; one that is gone has no tags and no user. */
export function answersOfContact(contact: IDataObject = {}): Required<Answers> {
	return { tags: tagsOf(contact), assignedTo: textsOf([contact.assignedTo]) };
}

/** HighLevel stores tags in lower case; a filter is compared without regard to it. */
function tagsOf({ tags }: IDataObject): string[] {
	return textsOf(listOf(tags)).map((tag) => tag.trim().toLowerCase());
}

function listOf(value: unknown): unknown[] {
	return Array.isArray(value) ? (value as unknown[]) : [];
}

function textsOf(values: unknown[]): string[] {
	return values.filter((value): value is string => typeof value === 'string' && value !== '');
}
