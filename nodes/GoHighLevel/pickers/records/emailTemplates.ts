import { making } from '../../../core/operation/request';
import type { HighLevelClient } from '../../api/client';
import type { EmailTemplateQuery } from '../../api/records/emailTemplates';
import { EMAIL_TEMPLATES_AT_ONCE, emailTemplates } from '../../api/records/emailTemplates';
import type { PageWanted } from '../../api/records/kit';
import { fromPages } from './wholeList';

const PAGES = { pageSize: EMAIL_TEMPLATES_AT_ONCE, isSearched: true };

export const { required: emailTemplateLocator, search: searchEmailTemplates } = fromPages(
	pageOf('templates'),
	{
		displayName: 'Email Template',
		name: 'templateId',
		description: 'The email template, by name from the list or by its ID',
		record: 'email template',
		searchListMethod: 'searchEmailTemplates',
		exampleId: '507f1f77bcf86cd799439011',
	},
	PAGES,
);

export const { optional: emailFolderLocator, search: searchEmailFolders } = fromPages(
	pageOf('folders'),
	{
		displayName: 'Folder',
		name: 'folderId',
		description: 'Only what is in this folder; as the ID "root", only what is in no folder',
		record: 'folder',
		searchListMethod: 'searchEmailFolders',
		exampleId: '67f15c2ae99226d5bcccb8f0',
	},
	PAGES,
);

/** HighLevel lists templates and their folders together. */
function pageOf(include: 'folders' | 'templates') {
	return making(
		emailTemplates.page,
		[],
		async (api: HighLevelClient, given: PageWanted & EmailTemplateQuery) =>
			await emailTemplates.page(api, { ...given, include }),
	);
}
