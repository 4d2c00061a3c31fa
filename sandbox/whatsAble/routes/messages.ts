import type { ApiRoute, Call } from '../api-route';
import { sendFreeForm, sendTemplate } from '../messages/sending';
import { sendAnswer } from '../views/sent';

const n8nTemplate = ({ hub, body }: Call): object =>
	sendAnswer(sendTemplate(hub, body, { templateParam: 'templateId', sendBy: 'n8n' }));

const n8nFreeForm = ({ hub, body }: Call): object => sendAnswer(sendFreeForm(hub, body, { sendBy: 'n8n' }));

const developerTemplate = ({ hub, body }: Call): object =>
	sendAnswer(sendTemplate(hub, body, { templateParam: 'template', sendBy: 'API' }));

const developerFreeForm = ({ hub, body }: Call): object =>
	sendAnswer(sendFreeForm(hub, body, { sendBy: 'API' }));

const post = (path: string, answer: ApiRoute['answer']): ApiRoute => ({
	method: 'POST',
	path,
	family: 'integration',
	product: 'notifyer',
	answer,
});

const documented = { family: 'developer', keyForm: 'either' } as const;

export const messageRoutes: readonly ApiRoute[] = [
	post('/api:ErOQ8pSj/n8n/messages/send', n8nTemplate),
	post('/api:ErOQ8pSj/n8n/messages/general/send', n8nFreeForm),
	{ ...post('/api:hFrjh8a1/send_template_message_by_api', developerTemplate), ...documented },
	{ ...post('/api:U9ztporN/send/message', developerFreeForm), ...documented },
];
