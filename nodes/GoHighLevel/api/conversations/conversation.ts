import type { IDataObject } from 'n8n-workflow';

/** A conversation as HighLevel answers it; only what this package looks at is named. A contact has one at most. */
export interface Conversation extends IDataObject {
	id: string;
	contactId?: string;
	contactName?: string;
	fullName?: string;
	email?: string;
	phone?: string;
	lastMessageBody?: string;
	/** `TYPE_SMS` */
	lastMessageType?: string;
	/** ms since 1970 */
	lastMessageDate?: number;
	lastManualMessageDate?: number;
	unreadCount?: number;
	starred?: boolean;
	/** What the search sorted it by. */
	sort?: unknown[];
}
