import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../../support/wiseAgent';
import { UNKNOWN } from './operations';

const nothing = '={{ $json.nothing }}';
const limit: Row = [{ returnAll: false, limit: 1.5 }, '"Limit" must be a whole number of 1 or more', 'limit'];
const timeout: Row = [
	{ options: { timeout: 0 } },
	'"Timeout" must be a number of milliseconds, 1 or more',
	'timeout',
];
const nothingToUpdate: Row = [{ updateFields: {} }, 'There is nothing to update', 'updateFields'];
const notADate = (label: string) => `"${label}" is not a date: soon`;

type Row = [parameters: IDataObject, message: string, field?: string];

/**
 * `resource.operation` -> a value that cannot be right, in place of that of its example; what the operator reads of it;
 * and the parameter or field that `details.field` names, where there is one.
 */
export const invalidValues: Record<string, Row> = {
	'calendar.create': [
		{ additionalFields: { end: '2027-02-28T10:00:00' } },
		'"End" lies before "Start"',
		'end',
	],
	'calendar.getAll': [{ startDate: 'soon' }, notADate('From'), 'From'],
	'call.create': [
		{ additionalFields: { NextContactDate: 'soon' } },
		notADate('Next Contact Date'),
		'Next Contact Date',
	],
	'call.delete': [
		{ callId: byId('a b') },
		'Wise Agent does not know this record: CallId was not found',
		undefined,
	],
	'call.get': timeout,
	'call.getAll': limit,
	'call.update': nothingToUpdate,
	'category.count': [{ category: byId(nothing) }, '"Category" is empty', 'category'],
	'category.create': [{ names: nothing }, '"Names" is empty', 'names'],
	'category.getAll': limit,
	'contact.addAddress': [
		{ additionalFields: { City: 'Phoenix' } },
		'An address needs a zip, or a city and a state',
		'Zip, City, State',
	],
	'contact.addCategories': [{ Categories: nothing }, '"Categories" is empty', 'Categories'],
	'contact.count': [{ filters: { updatedSince: 'soon' } }, notADate('Updated Since'), 'Updated Since'],
	'contact.create': [{ CLast: nothing }, 'Wise Agent creates no contact without "Last Name"', 'CLast'],
	'contact.find': [
		{ CEmail: '', phone: nothing },
		'There is neither an email nor a phone to look for',
		'CEmail, phone',
	],
	'contact.get': timeout,
	'contact.getAddresses': timeout,
	'contact.getAll': [{ filters: { updatedSince: 'soon' } }, notADate('Updated Since'), 'Updated Since'],
	'contact.getCustomData': timeout,
	'contact.removeCategories': [{ Categories: nothing }, '"Categories" is empty', 'Categories'],
	'contact.setCustomData': [{ Value: nothing }, '"Value" is empty', 'Value'],
	'contact.update': [
		{ updateFields: { ContactStatus: 'Lukewarm' } },
		'"Status" has no option "Lukewarm"',
		'Status',
	],
	'contact.upsert': [
		{ CEmail: '', MobilePhone: '', additionalFields: {} },
		'There is neither an email nor a phone to find the contact by',
		'CEmail, MobilePhone',
	],
	'note.create': [
		{ additionalFields: { categories: ['Ski, Golf'] } },
		'"Categories" cannot hold "Ski, Golf": Wise Agent takes the comma for the end of a name',
		'Categories',
	],
	'note.delete': [{ vendor: true }, 'Wise Agent does not know this record: Note was not found'],
	'note.get': timeout,
	'note.getAll': [{ filters: { date: 'soon' } }, notADate('Date'), 'Date'],
	'note.setCategories': [
		{ categories: ['Ski, Golf'] },
		'"Categories" cannot hold "Ski, Golf": Wise Agent takes the comma for the end of a name',
		'Categories',
	],
	'note.update': nothingToUpdate,
	'pipeline.getAll': limit,
	'program.addContact': [
		{ programID: byId(UNKNOWN) },
		'Wise Agent does not know this record: programID was not found',
	],
	'program.getAll': limit,
	'property.addContact': [
		{ contactId: byId(UNKNOWN) },
		'Wise Agent does not know this record: Client Not Found.',
	],
	'property.addPhotos': [{ imageURLS_CSV: nothing }, '"Photo URLs" is empty', 'imageURLS_CSV'],
	'property.addSearchProfile': [{ additionalFields: {} }, 'There is nothing to update', 'additionalFields'],
	'property.create': [{ additionalFields: { DateListed: 'soon' } }, notADate('Date Listed'), 'Date Listed'],
	'property.delete': timeout,
	'property.find': [
		{ MLS: '', StreetNum: '', Street: '', State: '', PostalCode: nothing },
		'There is nothing to find the property by',
		'MLS, StreetNum, Street, State, PostalCode',
	],
	'property.get': timeout,
	'property.getAll': limit,
	'property.getSearchProfile': timeout,
	'property.getSearchProfiles': timeout,
	'property.update': nothingToUpdate,
	'property.updateSearchProfile': nothingToUpdate,
	'source.getAll': limit,
	'task.complete': [{ taskId: byId('a b') }, 'Wise Agent does not know this record: TaskID was not found'],
	'task.create': [{ TaskDue: 'soon' }, notADate('Due Date'), 'Due Date'],
	'task.delete': timeout,
	'task.get': timeout,
	'task.getAll': [{ filters: { dueFrom: 'soon' } }, notADate('Due From'), 'Due From'],
	'task.update': nothingToUpdate,
	'team.getAll': limit,
	'user.get': timeout,
	'vendor.get': timeout,
	'vendor.getAll': limit,
};
