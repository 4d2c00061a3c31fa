import type { ApiRoute, Call } from '../wire/apiRoute';
import { missing, NotFound } from '../wire/errors';
import { developerTemplate, integrationTemplate, templateDetails } from '../views/template';

function integrationTemplates({ hub }: Call): object[] {
	const { templates, home } = hub.state;
	return [...templates.values()].map((template) => integrationTemplate(template, home.userId));
}

function labels({ hub }: Call): object[] {
	return [...hub.state.labels].map((label) => ({ label }));
}

/** Numbers and texts to choose from, nothing else: all that a key can read about contacts. */
function phoneNumbers({ hub }: Call): object[] {
	return hub.state.contacts.inGroup('notifyer').map(({ phone, name }) => ({
		phone_number_value: phone,
		phone_number_label: name === '' ? phone : `${name} (${phone})`,
	}));
}

/** The fields that a template's variables are asked for with. */
function details({ hub, query }: Call): object {
	const { template: id } = query;
	if (typeof id !== 'string' || id === '') throw missing('template');
	const template = hub.state.template(id);
	if (!template) throw new NotFound('Not Found.');
	return templateDetails(template);
}

const get = (path: string, answer: ApiRoute['answer']): ApiRoute => ({
	method: 'GET',
	path,
	family: 'integration',
	product: 'notifyer',
	answer,
});

export const listRoutes: readonly ApiRoute[] = [
	get('/api:ErOQ8pSj/n8n-templates', integrationTemplates),
	get('/api:ErOQ8pSj/n8n/label', labels),
	get('/api:5kFCwVpE/labels/get_labels', labels),
	get('/api:ErOQ8pSj/n8n/phone/number/list', phoneNumbers),
	get('/api:hFrjh8a1/zapier/phone/number/list', phoneNumbers),
	// Source of the list's key: public agent skills.
	get('/api:AFRA_QCy/templates', (call) => ({ templates: integrationTemplates(call) })),
	get('/api:AFRA_QCy/zapier_dynamic_fields_template_details', details),
	{
		...get('/api:AFRA_QCy/get_templates', ({ hub }) =>
			[...hub.state.templates.values()].map((template) => developerTemplate(template, hub.state.home.userId)),
		),
		family: 'developer',
		keyForm: 'either',
	},
];
