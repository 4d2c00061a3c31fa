import type { IDataObject } from 'n8n-workflow';

import { making } from '../../../core/operation/request';
import type { HighLevelClient } from '../client';
import { kindOf } from './kit';

/** A template of an email, or a folder of such, as HighLevel answers it; only what this package looks at is named. */
export interface EmailTemplate extends IDataObject {
	id: string;
	name: string;
}

/** What narrows and orders the list, under the API's own names. */
export interface EmailTemplateQuery {
	/** A part of the name. */
	search?: string;
	/** `root` for what is in no folder. */
	folderId?: string;
	archived?: boolean;
	/** `all` unless told. */
	include?: string;
	/** By the time of the last change; `desc` unless told. */
	sortOrder?: string;
}

/** The most that HighLevel gives at once. */
export const EMAIL_TEMPLATES_AT_ONCE = 20;

/** Source: official specification of v3, emails. */
const emailTemplate = kindOf<EmailTemplate, 'templateId'>({
	path: '/emails/locations/{locationId}/templates',
	id: 'templateId',
	many: 'items',
	read: 'emails/templates.readonly',
});

const { page, list } = emailTemplate.pages<EmailTemplateQuery>({
	size: EMAIL_TEMPLATES_AT_ONCE,
	skipped: 'offset',
});

const get = emailTemplate.get();

export const emailTemplates = {
	page,
	list,
	/** Without the trace ID, which is the response's and no field of the template. */
	get: making(get, [], async (api: HighLevelClient, given: { templateId: string }) => {
		const { traceId: _, ...template } = await get(api, given);
		return template;
	}),
};
