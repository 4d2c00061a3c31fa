import { closedObject, count, flag, text } from '../../shared/jsonSchema';
import type { Resource } from '../kit/resource';
import { withoutNulls } from '../views/withoutNulls';
import type { Call } from '../wire/apiRoute';
import { emailContentPath } from '../wire/fileServer';

/** A template of an email, or a folder of such. */
export interface EmailTemplateRecord {
	id: string;
	locationId: string;
	name: string;
	type: 'template' | 'folder';
	editorType: 'html' | 'builder' | 'text';
	subject: string | null;
	fromName: string | null;
	fromEmail: string | null;
	previewText: string | null;
	parentFolderId: string | null;
	/** HTML or plain text. */
	content: string;
	archived: boolean;
	createdAt: string;
	updatedAt: string;
}

const CAMPAIGN_FOLDER = 'etFolder00000X7y8Z9a';
const SENDER = { fromName: 'Harborview Realty', fromEmail: 'office@harborview.example' };

type Template = Readonly<EmailTemplateRecord>;

/** Source: official specification of v3, emails; the dated versions have older endpoints. Templates are only read; those of messages, which have email among them, are
 * other records. */
export const emailTemplates: Resource<EmailTemplateRecord, 'folder' | 'newsletter' | 'welcome'> = {
	called: 'Email template',
	path: '/emails/locations/:locationId/templates',
	parameter: 'templateId',
	versions: ['v3'],
	scope: 'emails/templates',
	under: 'locationId',
	unknownStatus: 404,
	stamps: ['createdAt', 'updatedAt'],
	empty: {
		type: 'template',
		editorType: 'html',
		subject: null,
		fromName: null,
		fromEmail: null,
		previewText: null,
		parentFolderId: null,
		content: '',
		archived: false,
	},
	view,
	answers: {
		many: (items, { found }, { traceId }) => ({ items, total: found, traceId }),
	},
	list: {
		query: closedObject({
			limit: count(1, 20),
			offset: count(0),
			search: text,
			sortBy: { type: 'string', enum: ['updatedAt'] },
			sortOrder: { type: 'string', enum: ['asc', 'desc'] },
			archived: flag,
			folderId: text,
			include: { type: 'string', enum: ['all', 'templates', 'folders'] },
		}),
		limit: 10,
		wanted,
		arranged: (templates, { query: { sortOrder = 'desc' } }) =>
			templates.sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1) * (sortOrder === 'asc' ? 1 : -1)),
		view: listedView,
	},
	get: {},
	/** One in a folder, and one beside it. */
	demo: {
		folder: { id: CAMPAIGN_FOLDER, name: 'Campaigns', type: 'folder' },
		newsletter: {
			...SENDER,
			id: 'etNewsletter0P1q2R3s',
			name: 'Spring newsletter',
			subject: 'Homes that bloom',
			previewText: 'Three new listings',
			parentFolderId: CAMPAIGN_FOLDER,
			updatedAt: '2026-03-02T09:00:00.000Z',
			content: '<html><body><p>Three new listings by the harbor</p></body></html>',
		},
		welcome: {
			...SENDER,
			id: 'etWelcome0000T4u5V6w',
			name: 'Welcome',
			subject: 'Welcome to Harborview',
			editorType: 'text',
			content: 'Hi {{contact.first_name}}, welcome.',
		},
	},
};

/** That a folder's own templates are listed where none is named is not documented. */
function wanted(template: Template, { query }: Call): boolean {
	const { search = '', archived = false, folderId, include = 'all' } = query as Record<string, string>;
	return (
		template.name.toLowerCase().includes(search.toLowerCase()) &&
		template.archived === Boolean(archived) &&
		(folderId === undefined || (template.parentFolderId ?? 'root') === folderId) &&
		(include === 'all' || include === `${template.type}s`)
	);
}

function listedView(template: Template, { state }: Call): object {
	const { id, name, type, createdAt, updatedAt, parentFolderId, editorType } = template;
	const common = withoutNulls({ id, name, type, createdAt, updatedAt, parentFolderId });
	if (type === 'template') return { ...common, editorType, isPlainText: editorType === 'text' };
	const inside = state.emailTemplates.inGroup(template.locationId).filter((own) => own.parentFolderId === id);
	return { ...common, childCount: inside.length, hasChildren: inside.length > 0 };
}

/** Its content is fetched from an address of its own (`emailContentPath`). */
function view(template: Template, { baseUrl, traceId }: Call): object {
	const { locationId: _location, type, archived: _archived, content: _content, ...shown } = template;
	return withoutNulls({
		...shown,
		isPlainText: template.editorType === 'text',
		editorContentUrl: type === 'template' ? baseUrl + emailContentPath(template.id) : null,
		deleted: false,
		traceId,
	});
}
