import { options } from '../../../core/editor/fields';
import { Failure } from '../../../core/failure';
import type { CustomField } from '../../api/customFields/fields';
import type { NewCustomField } from '../../api/records/customFields';
import { customFields } from '../../api/records/customFields';
import { operation } from '../operation';
import { dataTypeName } from './dataTypes';
import { newFieldFields, newFieldOf } from './newField';

export const createIfMissing = operation({
	name: 'Create If Missing',
	action: 'Create a custom field if missing',
	description:
		'Return the custom field with this name, or create it where there is none. Upper and lower case and extra spaces do not matter. Choices and other settings of a field that exists stay as they are.',
	requests: [customFields.createIfMissing],
	fields: [...newFieldFields, options()],
	async execute({ api, params }) {
		const wanted = newFieldOf(params);
		const choose = (called: CustomField[]) => onlyOne(called, wanted);
		const { field, isNew } = await customFields
			.createIfMissing(api, wanted, choose)
			.catch((error: unknown) => {
				throw error instanceof Failure ? explained(error, wanted) : error;
			});
		return { ...field, outcome: isNew ? 'created' : 'unchanged' };
	},
});

const WHERE = 'in HighLevel under Settings > Custom Fields';

/** The field with the name. Throws a `Failure` when there are several, or when it has another type. */
function onlyOne(called: CustomField[], { name, dataType, model }: NewCustomField): CustomField | undefined {
	const [field, ...others] = called;
	if (others.length > 0) {
		const all = called.map(({ fieldKey, id }) => `${fieldKey} (${id})`).join(', ');
		throw new Failure(
			`${called.length} custom fields of the object ${objectOf(model)} have the name "${name}": ${all}`,
			`Nothing was created. Rename or delete all but one of them ${WHERE}.`,
			{ field: 'name' },
		);
	}
	if (!field || field.dataType === dataType) return field;
	const [has, wanted] = [typeNameOf(field.dataType), typeNameOf(dataType)];
	throw new Failure(
		`The custom field "${field.name}" exists with the data type ${has}, but ${wanted} is wanted`,
		`Nothing was created. HighLevel can't change the type of a field. Choose ${has} under "Data Type", or rename the field ${field.fieldKey} ${WHERE} and run this item again.`,
		{ field: 'dataType', customFieldId: field.id },
	);
}

function objectOf(model: string): string {
	return model === 'opportunity' ? 'Opportunity' : 'Contact';
}

function typeNameOf(dataType: string): string {
	return dataTypeName(dataType) ?? dataType;
}

/** With what a person can do: for a token that may not, and where another field is in the way. */
function explained(error: Failure, { name, dataType, model }: NewCustomField): Failure {
	const { message, remedy = '', details } = error;
	if (details.httpCode === 401) {
		return new Failure(
			`The custom field "${name}" could not be looked up or created: ${message}`,
			`${remedy} Or create the field by hand if it is not there: ${WHERE}, add a field of the type ${typeNameOf(dataType)} for the object ${objectOf(model)} with the name "${name}".`.trim(),
			details,
		);
	}
	if (!/already exist/i.test(message)) return error;
	return new Failure(
		message,
		`No field has the name "${name}", but one has its key: a field that was renamed keeps its key. Look for the key ${WHERE}. Use the name of that field here, or choose another name.`,
		details,
	);
}
