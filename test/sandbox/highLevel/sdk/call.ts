import type { HighLevel } from '@gohighlevel/api-client';

type Contacts = HighLevel['contacts'];
type Options = Parameters<Contacts['getContact']>[1];

/** What there is before a call. */
export interface Seeds {
	contactId: string;
	taskId: string;
	noteId: string;
}

/** One call of the SDK's `contacts` service: what it gives, and how it is refused. */
export interface SdkCall {
	name: keyof Contacts;
	succeed: (contacts: Contacts, seeds: Seeds, options: Options) => Promise<unknown>;
	gives: object;
	fail: (contacts: Contacts, seeds: Seeds, options: Options) => Promise<unknown>;
	refusal: { statusCode: number; message: string };
	/** The specification declares no scope, so the SDK sends no OAuth token: a bug of it. */
	sendsNoOAuthToken?: boolean;
}

export const nobody = 'nobody';
export const NO_CONTACT = { statusCode: 400, message: 'Contact with id nobody not found' };
