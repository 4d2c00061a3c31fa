import type { IDataObject } from 'n8n-workflow';

import { webhookEvents } from '../../../../nodes/GoHighLevel/events/webhook/payloads/events';
import {
	recognise,
	recogniseByRecord,
} from '../../../../nodes/GoHighLevel/events/webhook/payloads/recognise';

const DAY = '2026-01-01T00:00:00.000Z';
const LATER = '2026-01-02T00:00:00.000Z';
const added = { createdAt: DAY, updatedAt: DAY };
const changed = { createdAt: DAY, updatedAt: LATER };

test.each(webhookEvents.map(({ type }) => type))('a payload that prints %s is that event', (type) => {
	expect(recognise({ type, id: '1' })).toEqual({ event: type });
});

test.each<[what: string, payload: IDataObject, event: string]>([
	['a type that is new', { type: 'ContactMerge', id: '1' }, 'ContactMerge'],
	['no type, and nothing that is known', { id: '1' }, 'Unknown'],
	['an empty type', { type: ' ', id: '1' }, 'Unknown'],
	['a type that is no text', { type: { name: 'ContactCreate' }, id: '1' }, 'Unknown'],
	['nothing', {}, 'Unknown'],
])('%s', (_, payload, event) => {
	expect(recognise(payload)).toEqual({ event });
});

describe('messages under the type of another event', () => {
	test.each<[what: string, payload: IDataObject, event: string]>([
		['a call that came in', { type: 'OutboundMessage', direction: 'inbound' }, 'InboundMessage'],
		[
			'a message of an app',
			{ type: 'OutboundMessage', direction: 'inbound', source: 'app' },
			'OutboundMessage',
		],
		['a call that went out', { type: 'OutboundMessage', direction: 'outbound' }, 'OutboundMessage'],
		['one that names no direction', { type: 'OutboundMessage' }, 'OutboundMessage'],
		['one that came in', { type: 'InboundMessage', direction: 'outbound' }, 'InboundMessage'],
		[
			'an SMS to deliver',
			{ type: 'SMS', contactId: '1', messageId: '2', phone: '+1', message: 'x' },
			'ProviderOutboundMessage',
		],
		[
			'an email to deliver',
			{ type: 'Email', contactId: '1', messageId: '2', emailTo: ['a@x.example'], html: 'x' },
			'ProviderOutboundMessage',
		],
		['something else of type SMS', { type: 'SMS', id: '1' }, 'SMS'],
	])('%s', (_, payload, event) => {
		expect(recognise(payload)).toEqual({ event });
	});
});

test('a user under the type "string", as its page prints it', () => {
	const user = { type: 'string', id: '1', email: 'a@x.example', role: 'user', permissions: {} };
	expect(recognise(user)).toEqual({ event: 'UserCreate' });
});

describe('payloads that print no type', () => {
	const invoice = { _id: '1', invoiceNumber: '19', amountDue: 1, invoiceItems: [] };
	const association = {
		associationType: 'USER_DEFINED',
		firstObjectKey: 'a',
		secondObjectKey: 'b',
		key: 'c',
	};
	const price = { _id: '1', product: '2', currency: 'USD', amount: 1, name: 'x' };
	const product = { _id: '1', name: 'x', productType: 'PHYSICAL' };
	const schema = { id: '1', labels: {}, key: 'custom_objects.pets', objectType: 'USER_DEFINED' };

	test.each<[what: string, payload: IDataObject, event: string, possibleEvents?: string[]]>([
		['an invoice that was sent', { ...invoice, status: 'sent', ...changed }, 'InvoiceSent'],
		['one that was paid', { ...invoice, status: 'paid' }, 'InvoicePaid'],
		['one that was paid in part', { ...invoice, status: 'partially_paid' }, 'InvoicePartiallyPaid'],
		['one that is void', { ...invoice, status: 'void' }, 'InvoiceVoid'],
		['one that was deleted', { ...invoice, status: 'delete' }, 'InvoiceDelete'],
		['one of another status', { ...invoice, status: 'overdue' }, 'InvoiceUpdate'],
		[
			'a new draft',
			{ ...invoice, status: 'draft', ...added },
			'InvoiceCreate',
			['InvoiceCreate', 'InvoiceUpdate'],
		],
		[
			'a draft that was changed',
			{ ...invoice, status: 'draft', ...changed },
			'InvoiceUpdate',
			['InvoiceCreate', 'InvoiceUpdate'],
		],
		['a new association', association, 'AssociationCreate'],
		[
			'an association that was changed or deleted',
			{ ...association, firstObjectToSecondObjectCardinality: 'MANY_TO_MANY' },
			'AssociationUpdate',
			['AssociationDelete', 'AssociationUpdate'],
		],
		[
			'a relation',
			{ id: '1', associationId: '2', firstRecordId: '3', secondRecordId: '4' },
			'RelationCreate',
			['RelationCreate', 'RelationDelete'],
		],
		[
			'a record',
			{ id: '1', owners: [], followers: [], properties: [] },
			'RecordUpdate',
			['RecordCreate', 'RecordDelete', 'RecordUpdate'],
		],
		[
			'a kind of object',
			{ ...schema, ...added },
			'ObjectSchemaCreate',
			['ObjectSchemaCreate', 'ObjectSchemaUpdate'],
		],
		[
			'a kind of object that was changed',
			{ ...schema, ...changed },
			'ObjectSchemaUpdate',
			['ObjectSchemaCreate', 'ObjectSchemaUpdate'],
		],
		[
			'a product',
			{ ...product, ...added },
			'ProductCreate',
			['ProductCreate', 'ProductDelete', 'ProductUpdate'],
		],
		[
			'a product that was changed',
			{ ...product, ...changed },
			'ProductUpdate',
			['ProductCreate', 'ProductDelete', 'ProductUpdate'],
		],
		[
			'a price',
			{ ...price, priceType: 'one_time', ...added },
			'PriceCreate',
			['PriceCreate', 'PriceDelete', 'PriceUpdate'],
		],
		[
			'a price whose type is not that of an event',
			{ ...price, type: 'recurring', ...changed },
			'PriceUpdate',
			['PriceCreate', 'PriceDelete', 'PriceUpdate'],
		],
	])('%s', (_, payload, event, possibleEvents = undefined) => {
		expect(recognise(payload)).toEqual({ event, ...(possibleEvents ? { possibleEvents } : {}) });
	});

	test('a known type counts for more than what the payload looks like', () => {
		expect(recognise({ ...invoice, status: 'paid', type: 'OrderCreate' })).toEqual({ event: 'OrderCreate' });
	});
});

describe('AppointmentCreate, which other appointment events print as well', () => {
	const printed = (dates: IDataObject) => ({ type: 'AppointmentCreate', appointment: { id: '1', ...dates } });
	const either = ['AppointmentCreate', 'AppointmentUpdate'];

	test.each<[what: string, dates: IDataObject, event: string, possibleEvents?: string[]]>([
		['was added and changed at once', { dateAdded: DAY, dateUpdated: DAY }, 'AppointmentCreate'],
		['names no dates', {}, 'AppointmentCreate'],
		['was changed later', { dateAdded: DAY, dateUpdated: LATER }, 'AppointmentUpdate', either],
		[
			'was changed at the same time in another zone',
			{ dateAdded: '2026-01-01T00:00:00Z', dateUpdated: '2026-01-01T05:30:00+05:30' },
			'AppointmentCreate',
		],
	])('%s', (_, dates, event, possibleEvents = undefined) => {
		expect(recognise(printed(dates))).toEqual({ event, ...(possibleEvents ? { possibleEvents } : {}) });
	});

	test.each<[what: string, record: IDataObject | undefined, event: string, possibleEvents?: string[]]>([
		['is there and unchanged', { dateAdded: DAY, dateUpdated: DAY }, 'AppointmentCreate'],
		['is there and changed', { dateAdded: DAY, dateUpdated: LATER }, 'AppointmentUpdate', either],
		['is gone', undefined, 'AppointmentDelete', ['AppointmentCreate', 'AppointmentDelete']],
	])('its record %s', (_, record, event, possibleEvents = undefined) => {
		const payload = printed({});
		const recognised = recogniseByRecord(payload, recognise(payload), record);
		expect(recognised).toEqual({ event, ...(possibleEvents ? { possibleEvents } : {}) });
	});

	test('other events stay what they are, whatever became of their record', () => {
		const payload = { type: 'AppointmentUpdate', appointment: { id: '1' } };
		expect(recogniseByRecord(payload, recognise(payload), undefined)).toEqual({ event: 'AppointmentUpdate' });
	});

	test('a payload without an appointment is taken by its type', () => {
		expect(recognise({ type: 'AppointmentCreate' })).toEqual({ event: 'AppointmentCreate' });
	});
});
