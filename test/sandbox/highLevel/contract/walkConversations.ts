import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { ApiVersion } from '../../../../sandbox/highLevel/wire/versions';
import { DEMO, locationId } from '../support';
import type { VisitEndpoint } from './visits';

const { conversationProviders, emailMessages, readOnlyToken } = DEMO;

/** The conversation of one contact and its messages, with success and the documented refusals. */
export async function walkConversations(
	sandbox: HighLevelSandbox,
	version: ApiVersion,
	contactId: string,
	visit: VisitEndpoint,
): Promise<void> {
	const all = '/conversations/';
	const { conversation } = await visit('POST', all, [], { locationId, contactId });
	await visit('POST', all, [], { locationId, contactId });
	await visit('POST', all, [], { locationId, contactId }, readOnlyToken);
	const id: string = conversation.id;
	const one = '/conversations/{}';
	await visit('GET', one, [id]);
	await visit('GET', one, ['nothing']);
	const feedback = version === 'v3' ? 'positive' : { text: 'good' };
	await visit('PUT', one, [id], { locationId, unreadCount: 1, starred: true, feedback });
	await visit('PUT', one, ['nothing'], { locationId });

	sandbox.state.updateContact(contactId, { dndSettings: {}, dnd: false });
	const sms = { type: 'SMS', contactId, message: 'See you' };
	const { messageId } = await visit('POST', `${all}messages`, [], {
		...sms,
		scheduledTimestamp: Math.floor(Date.now() / 1000) + 3600,
	});
	await visit('POST', `${all}messages`, [], { ...sms, contactId: 'nobody' });
	const { emailMessageId } = await visit('POST', `${all}messages`, [], {
		...{ type: 'Email', contactId, subject: 'Thursday', html: '<p>See you</p>' },
		scheduledTimestamp: Math.floor(Date.now() / 1000) + 3600,
	});
	await visit('POST', `${all}messages/inbound`, [], {
		...{ type: 'Custom', contactId, conversationId: id, message: 'Fine' },
		conversationProviderId: conversationProviders.house,
	});
	await visit('POST', `${all}messages/inbound`, [], { type: 'Custom', contactId });
	await visit('GET', `${all}messages/{}`, [messageId]);
	await visit('GET', `${all}messages/{}`, ['nothing']);
	await visit('GET', `${all}messages/email/{}`, [emailMessageId]);
	await visit('GET', `${all}{}/messages?limit=2`, [id]);
	await visit('GET', `${all}{}/messages?limit=2`, ['nothing']);
	const form = new FormData();
	const fields = { conversationId: id, contactId, locationId };
	for (const [name, value] of Object.entries(fields)) form.append(name, value);
	form.append('fileAttachment', new Blob(['x']), 'plan.pdf');
	await visit('POST', `${all}messages/upload`, [], form);
	await visit('DELETE', `${all}messages/{}/schedule`, [messageId]);
	await visit('DELETE', `${all}messages/email/{}/schedule`, [emailMessageId]);

	sandbox.state.seedConversations();
	await visit('GET', `${all}search?locationId=${locationId}&limit=3`);
	await visit('GET', `${all}messages/export?locationId=${locationId}&limit=10`);
	await visit('GET', `${all}messages/email/{}`, [emailMessages.listing]);
	await visit('DELETE', one, [id]);
	await visit('DELETE', one, [id]);
}
