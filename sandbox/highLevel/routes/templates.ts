import type { ApiRoute, Call } from '../wire/apiRoute';
import type { TemplateRecord } from '../state/recordsLocation';
import { templatesQuery } from '../schemas/location';
import { locationOf } from './lookups';

/** Templates of messages. Source: official specifications, locations. `originId` is required and changes nothing: what
 * it names is not documented. */
export const templateRoutes: ApiRoute[] = [
	{
		method: 'GET',
		path: '/locations/:locationId/templates',
		scope: 'locations/templates.readonly',
		query: templatesQuery,
		answer: list,
	},
];

function list(call: Call): object {
	const {
		deleted = false,
		skip = 0,
		limit = 25,
		type,
	} = call.query as { deleted?: boolean; skip?: number; limit?: number; type?: string };
	const found = call.state.templates
		.inGroup(locationOf(call).id)
		.filter((template) => template.deleted === deleted && (type === undefined || template.type === type));
	return { templates: found.slice(skip, skip + limit).map(view), totalCount: found.length };
}

/** Attachments are not kept. */
function view({ id, name, type, subject, content, dateAdded, locationId }: Readonly<TemplateRecord>): object {
	const common = { id, name, type, dateAdded, locationId };
	return type === 'sms'
		? { ...common, template: { body: content, attachments: [] }, urlAttachments: [] }
		: { ...common, template: { subject, attachments: [], html: content } };
}
