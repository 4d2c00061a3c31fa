import type { IDataObject } from 'n8n-workflow';

import { making } from '../../../core/operation/request';
import { kindOf } from './kit';

/** A calendar as HighLevel answers it; only what this package looks at is named. */
export interface Calendar extends IDataObject {
	id: string;
	name: string;
}

const calendar = kindOf<Calendar, 'calendarId'>({
	path: '/calendars/',
	id: 'calendarId',
	one: 'calendar',
	many: 'calendars',
	read: 'calendars.readonly',
});

const list = calendar.list<{ groupId?: string; showDrafted?: boolean }>();
const get = calendar.get();

export const calendars = {
	/** Drafts are among them unless told. */
	list: making(list, [], async (...given: Parameters<typeof list>) => (await list(...given)).map(spelt)),
	get: making(get, [], async (...given: Parameters<typeof get>) => spelt(await get(...given))),
};

/** HighLevel writes "appoinment" in two names. */
function spelt(found: Calendar): Calendar {
	const entries = Object.entries(found).map(([name, value]) => [
		name.replace(/^appoinment/, 'appointment'),
		value,
	]);
	return Object.fromEntries(entries) as Calendar;
}
