import type {
	ILoadOptionsFunctions,
	NodeOperationError,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

/** A resource mapper, in the words of the panel. */
export interface MapperTexts {
	/** The internal name of the parameter. */
	parameter: string;
	/** What its fields are: "custom fields". */
	fields: string;
	/** What the panel says when there are none. */
	none: string;
}

/**
 * The fields of a resource mapper. Where they cannot be read, none, and a notice that says what to do: of an error,
 * n8n's editor shows nothing at all in a mapper without automatic mapping, and it asks for the fields of a new node
 * before it sets the credential.
 *
 * A mapper that has fields already keeps them, since the editor forgets the values of fields that are gone.
 * Source: n8n's editor 2.41, ResourceMapper.vue.
 *
 * @param read throws what `inEditor` throws
 */
export async function mapperFields(
	context: ILoadOptionsFunctions,
	{ parameter, fields, none }: MapperTexts,
	read: () => Promise<ResourceMapperField[]>,
): Promise<ResourceMapperFields> {
	try {
		return { fields: await read(), emptyFieldsNotice: none };
	} catch (error) {
		const notice = `${reasonOf(context, error, fields)} close this node and open it again: its ${fields} appear here.`;
		return { fields: savedFields(context, parameter), emptyFieldsNotice: asText(notice) };
	}
}

/** Before the editor asks for the fields again, which it does when it shows the node, and at no other time. */
function reasonOf(context: ILoadOptionsFunctions, error: unknown, fields: string): string {
	const { credentials = {} } = context.getNode();
	if (Object.keys(credentials).length === 0) return 'Choose a credential above, then';
	const { message, description } = error as NodeOperationError;
	const reasons = [`The ${fields} cannot be shown`, message, description].filter(Boolean);
	return `${reasons.map((reason) => `${String(reason).replace(/\.$/, '')}.`).join(' ')} Then`;
}

/** Those that were there when the node was set up. */
function savedFields(context: ILoadOptionsFunctions, parameter: string): ResourceMapperField[] {
	const { schema } = (context.getCurrentNodeParameter(parameter) ?? {}) as { schema?: unknown };
	return Array.isArray(schema) ? (schema as ResourceMapperField[]) : [];
}

/** The editor takes a notice for HTML. */
function asText(notice: string): string {
	return notice.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
