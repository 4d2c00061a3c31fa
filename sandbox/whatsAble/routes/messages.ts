import type { ApiRoute, Call } from '../wire/apiRoute';
import { sendFreeForm, sendTemplate } from '../messages/sending';
import { sendAnswer } from '../views/sent';

const template =
	(templateParam: 'templateId' | 'template', sendBy: string) =>
	({ hub, body }: Call): object =>
		sendAnswer(sendTemplate(hub, body, { templateParam, sendBy }));

const freeForm =
	(sendBy: string) =>
	({ hub, body }: Call): object =>
		sendAnswer(sendFreeForm(hub, body, { sendBy }));

const post = (path: string, answer: ApiRoute['answer']): ApiRoute => ({
	method: 'POST',
	path,
	family: 'integration',
	product: 'notifyer',
	answer,
});

const documented = { family: 'developer', keyForm: 'either' } as const;

export const messageRoutes: readonly ApiRoute[] = [
	post('/api:ErOQ8pSj/n8n/messages/send', template('templateId', 'n8n')),
	post('/api:ErOQ8pSj/n8n/messages/general/send', freeForm('n8n')),
	post('/api:hFrjh8a1/zapier/messages/template/send', template('templateId', 'Zapier')),
	post('/api:hFrjh8a1/zapier/messages/non-template/send', freeForm('Zapier')),
	{ ...post('/api:hFrjh8a1/send_template_message_by_api', template('template', 'API')), ...documented },
	{ ...post('/api:U9ztporN/send/message', freeForm('API')), ...documented },
];
