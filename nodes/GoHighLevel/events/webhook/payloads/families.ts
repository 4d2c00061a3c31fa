import type { WebhookEvent } from './webhookEvent';

/** What an event has otherwise than its family. */
type Exceptions = Partial<Pick<WebhookEvent, 'event' | 'isOnce' | 'record' | 'scope'>>;

/** An event: its name after that of the family, and when HighLevel sends it. */
type Row = [name: string, meaning: string, exceptions?: Exceptions];

/** Events of one kind of record, and what they have in common. */
interface Family
	extends
		Pick<WebhookEvent, 'contactId' | 'recordId'>,
		Partial<Pick<WebhookEvent, 'record' | 'scope' | 'scopeIsAssumed' | 'tells'>> {
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
		recordId: ['appId'],
		contactId: [],
		events: {
			INSTALL: ['Installed', 'The app was installed in a location or an agency', { event: 'appInstalled' }],
			UNINSTALL: [
				'Uninstalled',
				'The app was removed from a location or an agency',
				{ event: 'appUninstalled' },
			],
			PLAN_CHANGE: ['Plan Changed', 'A customer of a paid app changed the plan', { event: 'appPlanChanged' }],
			ExternalAuthConnected: [
				'External Authentication Connected',
				'A customer connected the outside account that the app asks for',
			],
		},
	},
	{
		family: 'Appointment',
		recordId: ['appointment.id'],
		contactId: ['appointment.contactId'],
		scope: 'calendars/events.readonly',
		scopeIsAssumed: true,
		tells: ['assignedTo'],
		record: 'appointment',
		events: {
			AppointmentCreate: ['Created', 'An appointment was booked'],
			AppointmentUpdate: ['Updated', 'An appointment was changed or moved'],
			AppointmentDelete: ['Deleted', 'An appointment was deleted', GONE],
		},
	},
	{
		family: 'Association',
		recordId: ['id'],
		contactId: [],
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
		recordId: ['id'],
		contactId: ['contactId'],
		scope: 'campaigns.readonly',
		events: {
			CampaignStatusUpdate: ['Status Updated', 'The status of a contact in a campaign changed'],
		},
	},
	{
		family: 'Contact',
		recordId: ['id'],
		contactId: ['id'],
		scope: 'contacts.readonly',
		tells: ['tags', 'assignedTo'],
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
		recordId: ['id'],
		contactId: ['contactId'],
		scope: 'conversations.readonly',
		events: {
			ConversationUnreadUpdate: ['Unread Updated', 'A conversation was read, or has new unread messages'],
		},
	},
	{
		family: 'Custom Object',
		recordId: ['id'],
		contactId: [],
		scope: 'objects/schema.readonly',
		scopeIsAssumed: true,
		events: {
			ObjectSchemaCreate: ['Created', 'A kind of custom object was created'],
			ObjectSchemaUpdate: ['Updated', 'A kind of custom object was changed'],
		},
	},
	{
		family: 'Email',
		recordId: ['webhookPayload.id'],
		contactId: [],
		events: {
			LCEmailStats: [
				'Statistics',
				'An email was delivered, opened, clicked, bounced and so on (LC Email, location apps only)',
				{ event: 'emailTracked' },
			],
		},
	},
	{
		family: 'Invoice',
		recordId: ['_id'],
		contactId: ['contactDetails.id'],
		scope: 'invoices.readonly',
		scopeIsAssumed: true,
		events: {
			InvoiceCreate: ['Created', 'An invoice was created'],
			InvoiceUpdate: ['Updated', 'An invoice was changed'],
			InvoiceDelete: ['Deleted', 'An invoice was deleted'],
			InvoiceSent: ['Sent', 'An invoice was sent'],
			InvoicePaid: ['Paid', 'An invoice was paid in full'],
			InvoicePartiallyPaid: ['Partially Paid', 'A part of an invoice was paid'],
			InvoiceVoid: ['Voided', 'An invoice was marked as void', { event: 'invoiceVoided' }],
		},
	},
	{
		family: 'Knowledge Base',
		recordId: ['id'],
		contactId: [],
		events: {
			KnowledgeBaseRichTextChange: [
				'Text Changed',
				'A text of a knowledge base changed',
				{ event: 'knowledgeBaseTextChanged' },
			],
		},
	},
	{
		family: 'Location',
		recordId: ['id'],
		contactId: [],
		scope: 'locations.readonly',
		events: {
			LocationCreate: ['Created', 'A location was created (agency apps only)'],
			LocationUpdate: ['Updated', 'The data of a location changed'],
		},
	},
	{
		family: 'Message',
		recordId: ['messageId', 'emailMessageId'],
		contactId: ['contactId'],
		scope: 'conversations/message.readonly',
		events: {
			InboundMessage: [
				'Received',
				'A contact sent a message or called, through any channel',
				{ event: 'messageReceived', isOnce: true },
			],
			OutboundMessage: [
				'Sent',
				'A user sent a message to a contact or called, through any channel',
				{ event: 'messageSent', isOnce: true },
			],
			ProviderOutboundMessage: [
				'to Deliver',
				'A user sent a message for which the app is the provider; it goes to the URL of the provider',
				{ event: 'messageDeliveryRequested', isOnce: true, scope: 'conversations/message.write' },
			],
		},
	},
	{
		family: 'Note',
		recordId: ['id'],
		contactId: ['contactId'],
		scope: 'contacts.readonly',
		record: 'note',
		events: {
			NoteCreate: ['Created', 'A note was added to a contact'],
			NoteUpdate: ['Updated', 'A note of a contact was changed'],
			NoteDelete: ['Deleted', 'A note of a contact was deleted', GONE],
		},
	},
	{
		family: 'Opportunity',
		recordId: ['id'],
		contactId: ['contactId'],
		scope: 'opportunities.readonly',
		tells: ['assignedTo'],
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
		recordId: ['_id'],
		contactId: ['contactId', 'contactSnapshot.id'],
		scope: 'payments/orders.readonly',
		scopeIsAssumed: true,
		tells: ['tags'],
		events: {
			OrderCreate: ['Created', 'An order was placed'],
			OrderStatusUpdate: ['Status Updated', 'The status of an order changed'],
		},
	},
	{
		family: 'Price',
		recordId: ['_id'],
		contactId: [],
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
		recordId: ['_id'],
		contactId: [],
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
		recordId: ['id'],
		contactId: [],
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
		recordId: ['id'],
		contactId: [],
		scope: 'associations/relation.readonly',
		scopeIsAssumed: true,
		events: {
			RelationCreate: ['Created', 'Two records were related'],
			RelationDelete: ['Deleted', 'Two records are no longer related'],
		},
	},
	{
		family: 'SaaS',
		recordId: ['id'],
		contactId: [],
		events: {
			SaaSPlanCreate: [
				'Plan Created',
				'An agency created a plan that it sells',
				{ event: 'saasPlanCreated' },
			],
		},
	},
	{
		family: 'Support Ticket',
		recordId: ['id'],
		contactId: [],
		events: { SupportTicketDelete: ['Deleted', 'A support ticket was deleted'] },
	},
	{
		family: 'Task',
		recordId: ['id'],
		contactId: ['contactId'],
		scope: 'contacts.readonly',
		tells: ['assignedTo'],
		record: 'task',
		events: {
			TaskCreate: ['Created', 'A task was added to a contact'],
			TaskComplete: ['Completed', 'A task was completed; there is no event for other changes of a task'],
			TaskDelete: ['Deleted', 'A task was deleted', { ...GONE, isOnce: true }],
		},
	},
	{
		family: 'User',
		recordId: ['id'],
		contactId: [],
		scope: 'users.readonly',
		scopeIsAssumed: true,
		events: { UserCreate: ['Created', 'A user was created'] },
	},
	{
		family: 'Voice AI',
		recordId: ['callId', 'id'],
		contactId: ['contactId'],
		events: {
			VoiceAiCallEnd: [
				'Call Ended',
				'A call with a Voice AI agent ended',
				{ event: 'voiceAiCallEnded', isOnce: true },
			],
		},
	},
];
