import { Failure } from '../../../core/failure';
import type { Params } from '../../../core/operation/params';
import { isEmpty, listOf } from '../../../core/values/texts';
import type { BinaryFile } from '../../../core/values/files';
import type { HighLevelClient } from '../../api/client';
import { conversations } from '../../api/records/conversations';
import { messages } from '../../api/records/messages';

/** What goes with a message: addresses of files, and files of the item that are uploaded for it. */
export interface Attachments {
	urls: string[];
	files: BinaryFile[];
}

export async function attachmentsOf(params: Params): Promise<Attachments> {
	const { attachments, binaryProperties } = params.collection('additionalFields');
	const label = params.label('binaryProperties');
	const names = isEmpty(binaryProperties) ? [] : listOf(binaryProperties, label);
	const files = await Promise.all(names.map(async (name) => await params.file(name, label)));
	return { urls: urlsIn(attachments, params.label('attachments')), files };
}

export function urlsIn(given: unknown, label: string): string[] {
	return isEmpty(given) ? [] : listOf(given, label).map((url) => webAddress(url, label));
}

function webAddress(url: string, label: string): string {
	if (/^https?:\/\//i.test(url) && URL.canParse(url)) return url;
	throw new Failure(
		`"${label}" is not a web address: ${url.slice(0, 60)}`,
		'Enter the whole address, such as https://example.com/plan.pdf. Files of the item go into Input Data Field Names.',
		{ field: 'attachments' },
	);
}

/** What is requested where files are uploaded. */
export const MADE_FOR_FILES = [conversations.withContact, messages.upload];

/** Uploads the files into the conversation of the contact, which is started where there is none; gives all addresses. */
export async function uploaded(
	api: HighLevelClient,
	{ urls, files }: Attachments,
	{ contactId, conversationId }: { contactId: string; conversationId?: string },
): Promise<string[]> {
	if (files.length === 0) return urls;
	// A dry run uploads nothing.
	if (api.isDryRun) return [...urls, ...files.map(({ name }) => name)];
	const id = conversationId ?? (await conversations.withContact(api, { contactId })).id;
	const added: string[] = [];
	for (const file of files) {
		added.push(...(await messages.upload(api, { contactId, conversationId: id }, file)));
	}
	return [...urls, ...added];
}
