import type { WebhookEvent } from './catalogue';

/** What an event has for itself, and what it may have otherwise than its family. */
type Own = Pick<WebhookEvent, 'meaning'> & { name: string } & Partial<WebhookEvent>;

/** Events of one kind of record, and what they have in common. */
interface Family extends Partial<Pick<WebhookEvent, 'scope' | 'scopeIsAssumed' | 'tells' | 'hasContact'>> {
	name: string;
	record?: WebhookEvent['record'];
	/** By HighLevel's name of the event. */
	events: Record<string, Own>;
}

/** A deleted record cannot be read any more. */
const GONE = { record: undefined };

/** The one table of events. Source: official webhook pages, and HighLevel's table of scopes. */
export const families: Family[] = [
	{
		name: 'App',
		events: {
			INSTALL: { name: 'Installed', meaning: 'The app was installed in a location or an agency' },
			UNINSTALL: { name: 'Uninstalled', meaning: 'The app was removed from a location or an agency' },
			PLAN_CHANGE: { name: 'Plan Changed', meaning: 'A customer of a paid app changed the plan' },
			ExternalAuthConnected: {
				name: 'External Authentication Connected',
				meaning: 'A customer connected the outside account that the app asks for',
			},
		},
	},
	{
		name: 'Appointment',
		scope: 'calendars/events.readonly',
		scopeIsAssumed: true,
		tells: ['assignedTo'],
		hasContact: true,
		record: 'appointment',
		events: {
			AppointmentCreate: { name: 'Created', meaning: 'An appointment was booked' },
			AppointmentUpdate: { name: 'Updated', meaning: 'An appointment was changed or moved' },
			AppointmentDelete: { name: 'Deleted', meaning: 'An appointment was deleted', ...GONE },
		},
	},
	{
		name: 'Association',
		scope: 'associations.readonly',
		scopeIsAssumed: true,
		events: {
			AssociationCreate: { name: 'Created', meaning: 'Two kinds of objects were made relatable' },
			AssociationUpdate: { name: 'Updated', meaning: 'The way in which two kinds of objects relate changed' },
			AssociationDelete: { name: 'Deleted', meaning: 'Two kinds of objects can no longer be related' },
		},
	},
	{
		name: 'Campaign',
		scope: 'campaigns.readonly',
		hasContact: true,
		events: {
			CampaignStatusUpdate: {
				name: 'Status Updated',
				meaning: 'The status of a contact in a campaign changed',
			},
		},
	},
	{
		name: 'Contact',
		scope: 'contacts.readonly',
		tells: ['tags', 'assignedTo'],
		hasContact: true,
		record: 'contact',
		events: {
			ContactCreate: { name: 'Created', meaning: 'A contact was created' },
			ContactUpdate: {
				name: 'Updated',
				meaning: 'A field of a contact changed, of those that HighLevel reports',
			},
			ContactDelete: { name: 'Deleted', meaning: 'A contact was deleted', ...GONE },
			ContactDndUpdate: {
				name: 'DND Updated',
				meaning: 'Do Not Disturb of a contact was changed in HighLevel',
			},
			ContactTagUpdate: { name: 'Tags Updated', meaning: 'Tags were added to a contact or removed' },
		},
	},
	{
		name: 'Conversation',
		scope: 'conversations.readonly',
		hasContact: true,
		events: {
			ConversationUnreadUpdate: {
				name: 'Unread Updated',
				meaning: 'A conversation was read, or has a new unread message',
			},
		},
	},
	{
		name: 'Custom Object',
		scope: 'objects/schema.readonly',
		scopeIsAssumed: true,
		events: {
			ObjectSchemaCreate: { name: 'Created', meaning: 'A kind of custom object was created' },
			ObjectSchemaUpdate: { name: 'Updated', meaning: 'A kind of custom object was changed' },
		},
	},
	{
		name: 'Email',
		events: {
			LCEmailStats: {
				name: 'Statistics',
				meaning:
					'An email of LC Email was delivered, opened, clicked, bounced and so on (location apps only)',
			},
		},
	},
	{
		name: 'Invoice',
		scope: 'invoices.readonly',
		scopeIsAssumed: true,
		hasContact: true,
		events: {
			InvoiceCreate: { name: 'Created', meaning: 'An invoice was created' },
			InvoiceUpdate: { name: 'Updated', meaning: 'An invoice was changed' },
			InvoiceDelete: { name: 'Deleted', meaning: 'An invoice was deleted' },
			InvoiceSent: { name: 'Sent', meaning: 'An invoice was sent' },
			InvoicePaid: { name: 'Paid', meaning: 'An invoice was paid in full' },
			InvoicePartiallyPaid: { name: 'Partially Paid', meaning: 'A part of an invoice was paid' },
			InvoiceVoid: { name: 'Voided', meaning: 'An invoice was marked as void' },
		},
	},
	{
		name: 'Knowledge Base',
		events: {
			KnowledgeBaseRichTextChange: { name: 'Text Changed', meaning: 'A text of a knowledge base changed' },
		},
	},
	{
		name: 'Location',
		scope: 'locations.readonly',
		events: {
			LocationCreate: { name: 'Created', meaning: 'A location was created (agency apps only)' },
			LocationUpdate: { name: 'Updated', meaning: 'The data of a location changed' },
		},
	},
	{
		name: 'Message',
		scope: 'conversations/message.readonly',
		hasContact: true,
		events: {
			InboundMessage: {
				name: 'Received',
				meaning: 'A contact sent a message or called, through any channel',
			},
			OutboundMessage: { name: 'Sent', meaning: 'A user sent a message to a contact, or called' },
			ProviderOutboundMessage: {
				name: 'to Deliver',
				scope: 'conversations/message.write',
				meaning:
					'A user sent a message for which the app is the provider; it goes to the URL of the provider',
			},
		},
	},
	{
		name: 'Note',
		scope: 'contacts.readonly',
		hasContact: true,
		record: 'note',
		events: {
			NoteCreate: { name: 'Created', meaning: 'A note was added to a contact' },
			NoteUpdate: { name: 'Updated', meaning: 'A note of a contact was changed' },
			NoteDelete: { name: 'Deleted', meaning: 'A note of a contact was deleted', ...GONE },
		},
	},
	{
		name: 'Opportunity',
		scope: 'opportunities.readonly',
		tells: ['assignedTo'],
		hasContact: true,
		events: {
			OpportunityCreate: { name: 'Created', meaning: 'An opportunity was created' },
			OpportunityUpdate: {
				name: 'Updated',
				meaning: 'An opportunity was changed; accompanies every other opportunity event',
			},
			OpportunityDelete: { name: 'Deleted', meaning: 'An opportunity was deleted' },
			OpportunityAssignedToUpdate: {
				name: 'Assigned User Updated',
				meaning: 'An opportunity was assigned to another user',
			},
			OpportunityMonetaryValueUpdate: {
				name: 'Value Updated',
				meaning: 'The value of an opportunity changed',
			},
			OpportunityStageUpdate: { name: 'Stage Updated', meaning: 'An opportunity was moved to another stage' },
			OpportunityStatusUpdate: {
				name: 'Status Updated',
				meaning: 'An opportunity was won, lost, abandoned or opened again',
			},
		},
	},
	{
		name: 'Order',
		scope: 'payments/orders.readonly',
		scopeIsAssumed: true,
		tells: ['tags'],
		hasContact: true,
		events: {
			OrderCreate: { name: 'Created', meaning: 'An order was placed' },
			OrderStatusUpdate: { name: 'Status Updated', meaning: 'The status of an order changed' },
		},
	},
	{
		name: 'Price',
		scope: 'products/prices.readonly',
		scopeIsAssumed: true,
		events: {
			PriceCreate: { name: 'Created', meaning: 'A price of a product was created' },
			PriceUpdate: { name: 'Updated', meaning: 'A price of a product was changed' },
			PriceDelete: { name: 'Deleted', meaning: 'A price of a product was deleted' },
		},
	},
	{
		name: 'Product',
		scope: 'products.readonly',
		scopeIsAssumed: true,
		events: {
			ProductCreate: { name: 'Created', meaning: 'A product was created' },
			ProductUpdate: { name: 'Updated', meaning: 'A product was changed' },
			ProductDelete: { name: 'Deleted', meaning: 'A product was deleted' },
		},
	},
	{
		name: 'Record',
		scope: 'objects/record.readonly',
		scopeIsAssumed: true,
		events: {
			RecordCreate: { name: 'Created', meaning: 'A record of a custom object, or a business, was created' },
			RecordUpdate: { name: 'Updated', meaning: 'A record of a custom object, or a business, was changed' },
			RecordDelete: { name: 'Deleted', meaning: 'A record of a custom object, or a business, was deleted' },
		},
	},
	{
		name: 'Relation',
		scope: 'associations/relation.readonly',
		scopeIsAssumed: true,
		events: {
			RelationCreate: { name: 'Created', meaning: 'Two records were related' },
			RelationDelete: { name: 'Deleted', meaning: 'Two records are no longer related' },
		},
	},
	{
		name: 'SaaS',
		events: {
			SaaSPlanCreate: { name: 'Plan Created', meaning: 'An agency created a plan that it sells' },
		},
	},
	{
		name: 'Support Ticket',
		events: {
			SupportTicketDelete: { name: 'Deleted', meaning: 'A support ticket was deleted' },
		},
	},
	{
		name: 'Task',
		scope: 'contacts.readonly',
		tells: ['assignedTo'],
		hasContact: true,
		record: 'task',
		events: {
			TaskCreate: { name: 'Created', meaning: 'A task was added to a contact' },
			TaskComplete: {
				name: 'Completed',
				meaning: 'A task was completed; HighLevel has no event for other changes of a task',
			},
			TaskDelete: { name: 'Deleted', meaning: 'A task was deleted', ...GONE },
		},
	},
	{
		name: 'User',
		scope: 'users.readonly',
		scopeIsAssumed: true,
		events: {
			UserCreate: { name: 'Created', meaning: 'A user was created' },
		},
	},
	{
		name: 'Voice AI',
		events: {
			VoiceAiCallEnd: { name: 'Call Ended', meaning: 'A call with a Voice AI agent ended' },
		},
	},
];
