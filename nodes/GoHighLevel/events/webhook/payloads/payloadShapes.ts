import type { IDataObject } from 'n8n-workflow';

import { ownValue } from '../../../../core/values/ownValue';
import type { Recognised } from './recognised';

/** A kind of payload that names no event, told by its fields. Source: examples of the official webhook pages. */
interface Shape {
	matches(payload: IDataObject): boolean;
	recognise(payload: IDataObject): Recognised;
}

/** The most specific ones first. */
const SHAPES: Shape[] = [
	{
		// Under the type SMS or Email.
		matches: has('messageId', 'contactId', either('phone', 'emailTo')),
		recognise: () => ({ event: 'ProviderOutboundMessage' }),
	},
	{
		matches: has('invoiceNumber', 'status', either('amountDue', 'invoiceItems')),
		recognise: invoiceEvent,
	},
	{
		matches: has('associationType', 'firstObjectKey', 'secondObjectKey'),
		recognise: (payload) =>
			'firstObjectToSecondObjectCardinality' in payload
				? oneOf('AssociationUpdate', 'AssociationDelete')
				: { event: 'AssociationCreate' },
	},
	{
		matches: has('associationId', 'firstRecordId', 'secondRecordId'),
		recognise: () => oneOf('RelationCreate', 'RelationDelete'),
	},
	{
		matches: has('labels', 'key', either('objectType', 'primaryDisplayProperty')),
		recognise: (payload) =>
			isChanged(payload)
				? oneOf('ObjectSchemaUpdate', 'ObjectSchemaCreate')
				: oneOf('ObjectSchemaCreate', 'ObjectSchemaUpdate'),
	},
	{
		matches: has('properties', 'owners', 'followers'),
		recognise: () => oneOf('RecordUpdate', 'RecordCreate', 'RecordDelete'),
	},
	{
		matches: has('product', 'currency', 'amount'),
		recognise: (payload) => anyChangeOf('Price', payload),
	},
	{
		matches: has('productType', 'name'),
		recognise: (payload) => anyChangeOf('Product', payload),
	},
	{
		matches: has('role', 'permissions', 'email'),
		recognise: () => ({ event: 'UserCreate' }),
	},
];

/** The event of a payload that does not print one; `undefined` when it looks like no documented payload. */
export function eventOfShape(payload: IDataObject): Recognised | undefined {
	return SHAPES.find(({ matches }) => matches(payload))?.recognise(payload);
}

/** Whether both are dates and the first is the later one. */
export function isLater(later: unknown, earlier: unknown): boolean {
	return timeOf(later) > timeOf(earlier);
}

/** Milliseconds; `NaN` for what is no date. An object is none, and need not even have a text. */
export function timeOf(value: unknown): number {
	return typeof value === 'object' ? NaN : Date.parse(String(value));
}

const EVENT_OF_INVOICE_STATUS: Record<string, string> = {
	delete: 'InvoiceDelete',
	deleted: 'InvoiceDelete',
	paid: 'InvoicePaid',
	partially_paid: 'InvoicePartiallyPaid',
	sent: 'InvoiceSent',
	void: 'InvoiceVoid',
};

function invoiceEvent(payload: IDataObject): Recognised {
	const { status } = payload;
	const event = typeof status === 'string' ? ownValue(EVENT_OF_INVOICE_STATUS, status) : undefined;
	if (event) return { event };
	if (status !== 'draft') return { event: 'InvoiceUpdate' };
	return isChanged(payload)
		? oneOf('InvoiceUpdate', 'InvoiceCreate')
		: oneOf('InvoiceCreate', 'InvoiceUpdate');
}

function anyChangeOf(record: string, payload: IDataObject): Recognised {
	const [created, updated] = [`${record}Create`, `${record}Update`];
	return isChanged(payload)
		? oneOf(updated, created, `${record}Delete`)
		: oneOf(created, updated, `${record}Delete`);
}

function isChanged({ createdAt, updatedAt }: IDataObject): boolean {
	return isLater(updatedAt, createdAt);
}

/** @param event the most likely one */
function oneOf(event: string, ...others: string[]): Recognised {
	return { event, possibleEvents: [event, ...others].sort() };
}

type Test = (payload: IDataObject) => boolean;

function has(...fields: Array<string | Test>): Test {
	return (payload) =>
		fields.every((field) => (typeof field === 'string' ? Object.hasOwn(payload, field) : field(payload)));
}

function either(...fields: string[]): Test {
	return (payload) => fields.some((field) => Object.hasOwn(payload, field));
}
