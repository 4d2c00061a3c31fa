import type { WebhookEvent } from './webhookEvent';

/** What an event has otherwise than its family. */
type Exceptions = Partial<Pick<WebhookEvent, 'record' | 'scope'>>;

/** An event: its name after that of the family, and when HighLevel sends it. */
type Row = [name: string, meaning: string, exceptions?: Exceptions];

/** Events of one kind of record, and what they have in common. */
interface Family extends Partial<
	Pick<WebhookEvent, 'hasContact' | 'record' | 'scope' | 'scopeIsAssumed' | 'tells'>
> {
	family: string;
	/** By HighLevel's name of the event. */
	events: Record<string, Row>;
}

/** A deleted record cannot be read any more. */
const GONE: Exceptions = { record: undefined };

/** The one table of events. Source: official webhook pages, and HighLevel's table of scopes. */
export const families: Family[] = [
	{
		family: 'App',
		events: {
			INSTALL: ['Installed', 'The app was installed in a location or an agency'],
			UNINSTALL: ['Uninstalled', 'The app was removed from a location or an agency'],
			PLAN_CHANGE: ['Plan Changed', 'A customer of a paid app changed the plan'],
			ExternalAuthConnected: [
				'External Authentication Connected',
				'A customer connected the outside account that the app asks for',
			],
		},
	},
	{
		family: 'Appointment',
		scope: 'calendars/events.readonly',
		scopeIsAssumed: true,
		tells: ['assignedTo'],
		hasContact: true,
		record: 'appointment',
		events: {
			AppointmentCreate: ['Created', 'An appointment was booked'],
			AppointmentUpdate: ['Updated', 'An appointment was changed or moved'],
			AppointmentDelete: ['Deleted', 'An appointment was deleted', GONE],
		},
	},
	{
		family: 'Association',
		scope: 'associations.readonly',
		scopeIsAssumed: true,
		events: {
			AssociationCreate: ['Created', 'A way to relate two kinds of objects was created'],
			AssociationUpdate: ['Updated', 'A way to relate two kinds of objects was changed'],
			AssociationDelete: ['Deleted', 'A way to relate two kinds of objects was deleted'],
		},
	},
	{
		family: 'Campaign',
		scope: 'campaigns.readonly',
		hasContact: true,
		events: {
			CampaignStatusUpdate: ['Status Updated', 'The status of a contact in a campaign changed'],
		},
	},
	{
		family: 'Contact',
		scope: 'contacts.readonly',
		tells: ['tags', 'assignedTo'],
		hasContact: true,
		record: 'contact',
		events: {
			ContactCreate: ['Created', 'A contact was created'],
			ContactUpdate: ['Updated', 'A field of a contact changed, of those that HighLevel reports'],
			ContactDelete: ['Deleted', 'A contact was deleted', GONE],
			ContactDndUpdate: ['DND Updated', 'Do Not Disturb of a contact was changed in HighLevel'],
			ContactTagUpdate: ['Tags Updated', 'Tags were added to a contact or removed from it'],
		},
	},
	{
		family: 'Conversation',
		scope: 'conversations.readonly',
		hasContact: true,
		events: {
			ConversationUnreadUpdate: ['Unread Updated', 'A conversation was read, or has new unread messages'],
		},
	},
	{
		family: 'Custom Object',
		scope: 'objects/schema.readonly',
		scopeIsAssumed: true,
		events: {
			ObjectSchemaCreate: ['Created', 'A kind of custom object was created'],
			ObjectSchemaUpdate: ['Updated', 'A kind of custom object was changed'],
		},
	},
	{
		family: 'Email',
		events: {
			LCEmailStats: [
				'Statistics',
				'An email was delivered, opened, clicked, bounced and so on (LC Email, location apps only)',
			],
		},
	},
	{
		family: 'Invoice',
		scope: 'invoices.readonly',
		scopeIsAssumed: true,
		hasContact: true,
		events: {
			InvoiceCreate: ['Created', 'An invoice was created'],
			InvoiceUpdate: ['Updated', 'An invoice was changed'],
			InvoiceDelete: ['Deleted', 'An invoice was deleted'],
			InvoiceSent: ['Sent', 'An invoice was sent'],
			InvoicePaid: ['Paid', 'An invoice was paid in full'],
			InvoicePartiallyPaid: ['Partially Paid', 'A part of an invoice was paid'],
			InvoiceVoid: ['Voided', 'An invoice was marked as void'],
		},
	},
	{
		family: 'Knowledge Base',
		events: {
			KnowledgeBaseRichTextChange: ['Text Changed', 'A text of a knowledge base changed'],
		},
	},
	{
		family: 'Location',
		scope: 'locations.readonly',
		events: {
			LocationCreate: ['Created', 'A location was created (agency apps only)'],
			LocationUpdate: ['Updated', 'The data of a location changed'],
		},
	},
	{
		family: 'Message',
		scope: 'conversations/message.readonly',
		hasContact: true,
		events: {
			InboundMessage: ['Received', 'A contact sent a message or called, through any channel'],
			OutboundMessage: ['Sent', 'A user sent a message to a contact or called, through any channel'],
			ProviderOutboundMessage: [
				'to Deliver',
				'A user sent a message for which the app is the provider; it goes to the URL of the provider',
				{ scope: 'conversations/message.write' },
			],
		},
	},
	{
		family: 'Note',
		scope: 'contacts.readonly',
		hasContact: true,
		record: 'note',
		events: {
			NoteCreate: ['Created', 'A note was added to a contact'],
			NoteUpdate: ['Updated', 'A note of a contact was changed'],
			NoteDelete: ['Deleted', 'A note of a contact was deleted', GONE],
		},
	},
	{
		family: 'Opportunity',
		scope: 'opportunities.readonly',
		tells: ['assignedTo'],
		hasContact: true,
		events: {
			OpportunityCreate: ['Created', 'An opportunity was created'],
			OpportunityUpdate: [
				'Updated',
				'An opportunity changed; comes with every other opportunity event as well',
			],
			OpportunityDelete: ['Deleted', 'An opportunity was deleted'],
			OpportunityAssignedToUpdate: ['Assigned User Updated', 'An opportunity was assigned to another user'],
			OpportunityMonetaryValueUpdate: ['Value Updated', 'The value of an opportunity changed'],
			OpportunityStageUpdate: ['Stage Updated', 'An opportunity was moved to another stage'],
			OpportunityStatusUpdate: ['Status Updated', 'An opportunity was won, lost, abandoned or opened again'],
		},
	},
	{
		family: 'Order',
		scope: 'payments/orders.readonly',
		scopeIsAssumed: true,
		tells: ['tags'],
		hasContact: true,
		events: {
			OrderCreate: ['Created', 'An order was placed'],
			OrderStatusUpdate: ['Status Updated', 'The status of an order changed'],
		},
	},
	{
		family: 'Price',
		scope: 'products/prices.readonly',
		scopeIsAssumed: true,
		events: {
			PriceCreate: ['Created', 'A price of a product was created'],
			PriceUpdate: ['Updated', 'A price of a product was changed'],
			PriceDelete: ['Deleted', 'A price of a product was deleted'],
		},
	},
	{
		family: 'Product',
		scope: 'products.readonly',
		scopeIsAssumed: true,
		events: {
			ProductCreate: ['Created', 'A product was created'],
			ProductUpdate: ['Updated', 'A product was changed'],
			ProductDelete: ['Deleted', 'A product was deleted'],
		},
	},
	{
		family: 'Record',
		scope: 'objects/record.readonly',
		scopeIsAssumed: true,
		events: {
			RecordCreate: ['Created', 'A record of a custom object, or a business, was created'],
			RecordUpdate: ['Updated', 'A record of a custom object, or a business, was changed'],
			RecordDelete: ['Deleted', 'A record of a custom object, or a business, was deleted'],
		},
	},
	{
		family: 'Relation',
		scope: 'associations/relation.readonly',
		scopeIsAssumed: true,
		events: {
			RelationCreate: ['Created', 'Two records were related'],
			RelationDelete: ['Deleted', 'Two records are no longer related'],
		},
	},
	{
		family: 'SaaS',
		events: { SaaSPlanCreate: ['Plan Created', 'An agency created a plan that it sells'] },
	},
	{
		family: 'Support Ticket',
		events: { SupportTicketDelete: ['Deleted', 'A support ticket was deleted'] },
	},
	{
		family: 'Task',
		scope: 'contacts.readonly',
		tells: ['assignedTo'],
		hasContact: true,
		record: 'task',
		events: {
			TaskCreate: ['Created', 'A task was added to a contact'],
			TaskComplete: ['Completed', 'A task was completed; there is no event for other changes of a task'],
			TaskDelete: ['Deleted', 'A task was deleted', GONE],
		},
	},
	{
		family: 'User',
		scope: 'users.readonly',
		scopeIsAssumed: true,
		events: { UserCreate: ['Created', 'A user was created'] },
	},
	{
		family: 'Voice AI',
		events: { VoiceAiCallEnd: ['Call Ended', 'A call with a Voice AI agent ended'] },
	},
];
