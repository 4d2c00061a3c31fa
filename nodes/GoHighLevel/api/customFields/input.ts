import type { IDataObject } from 'n8n-workflow';

import { ownValue } from '../../../core/values/ownValue';
import type { Params } from '../../../core/operation/params';
import { isEmpty, lineOf, listOf, textOf } from '../../../core/values/texts';
import { amountOf } from '../../../core/values/amounts';
import type { Choice } from '../../../core/values/choices';
import { choiceOf, choicesOf } from '../../../core/values/choices';
import { dayOf } from '../../../core/values/dates';
import type { HighLevelClient } from '../client';
import { isTexts } from './changes';
import { fileLimitOf, NewFiles, tooMany } from './newFiles';
import type { CustomField } from './fields';
import { choiceNamesOf } from './fields';
import { phoneFor } from '../phones';
import type { CustomFieldModel } from './fields';
import type { CustomFieldValue } from './value';
import { boxTextsOf, noSuchBox } from './boxTexts';
import {
	boxLabel,
	boxNamed,
	definitionsOf,
	FILE_HINT,
	isNamed,
	partsOf,
	unknownField,
	unreadable,
} from './names';

type Value = CustomFieldValue['value'];

/** Data types that hold several values. */
const SEVERAL = new Set(['CHECKBOX', 'MULTIPLE_OPTIONS']);

const NUMBERS = new Set(['FLOAT', 'MONETORY', 'NUMERICAL']);

/** Data types whose values are among fixed choices. */
const CHOSEN = new Set([...SEVERAL, 'RADIO', 'SINGLE_OPTIONS']);

/** A resource mapper as n8n stores it; only what is looked at. */
interface Mapper {
	value?: IDataObject | null;
	schema?: Array<{ id: string; displayName?: string; type?: string }>;
}

/**
 * The custom field values that the resource mapper `customFields` gives, by field id. A key such as `contact.budget`
 * may stand for the id, so that expressions and AI agents need not know ids. Files are read, but not uploaded yet.
 *
 * @param clearEmpty put `null` for empty values instead of leaving them out
 */
export async function customFieldValuesOf(
	api: HighLevelClient,
	model: CustomFieldModel,
	params: Params,
	clearEmpty: boolean,
): Promise<CustomFieldValue[]> {
	const { value, schema = [] } = (params.value('customFields') ?? {}) as Mapper;
	const entries = Object.entries(value ?? {})
		.filter(([, given]) => clearEmpty || !isEmpty(given))
		.map(([key, given]) => [lineOf(key), given] as const);
	if (entries.length === 0) return [];
	const definitions = await definitionsOf(
		api,
		model,
		entries.map(([key]) => key),
	);
	const values = new Map<string, Value>();
	for (const [key, given] of entries) {
		const place = definitions ? definedPlace(definitions, key) : chosenPlace(schema, key);
		const wanted = await valueAt(api, place, given, params, clearEmpty);
		const earlier = values.get(place.id);
		values.set(place.id, isTexts(earlier) && isTexts(wanted) ? { ...earlier, ...wanted } : wanted);
	}
	return [...values].map(([id, wanted]) => ({ id, value: wanted }));
}

/** What a value is for: a custom field, or a box of one. */
interface Place {
	/** Of the field. */
	id: string;
	boxId?: string;
	/** For the operator. */
	label: string;
	/** HighLevel's data type, as far as it is known. */
	dataType?: string;
	/** Where it takes nothing else. */
	choices?: Choice<string>[];
	field?: CustomField;
}

/** The editor's widget -> a data type that is written in the same way. */
const TYPES: Record<string, string> = { dateTime: 'DATE', number: 'NUMERICAL' };

function definedPlace(definitions: CustomField[], text: string): Place {
	const { key, box: boxName } = partsOf(text);
	const field = definitions.find((one) => isNamed(one, key));
	if (!field || (boxName !== undefined && field.dataType !== 'TEXTBOX_LIST')) {
		throw unknownField(text, definitions);
	}
	const { id, name, dataType } = field;
	if (boxName === undefined) return { id, label: name, dataType, choices: choicesIn(field), field };
	const box = boxNamed(field, boxName);
	if (!box) throw noSuchBox(field, boxName);
	return { id, boxId: box.id, label: boxLabel(field, box), field };
}

/**
 * Without the scope to read the definitions, the fields that were chosen in the editor are taken as they are. Files
 * are not: their field has to say how many it takes.
 */
function chosenPlace(schema: NonNullable<Mapper['schema']>, text: string): Place {
	const chosen = schema.find(({ id }) => id === text);
	if (!chosen || chosen.displayName?.endsWith(FILE_HINT)) throw unreadable(text);
	const { key, box } = partsOf(text);
	const { displayName: label = 'Custom field', type = '' } = chosen;
	return { id: key, boxId: box, label, dataType: ownValue(TYPES, type) };
}

async function valueAt(
	api: HighLevelClient,
	place: Place,
	given: unknown,
	params: Params,
	clearEmpty: boolean,
): Promise<Value> {
	const { boxId, label, dataType, field } = place;
	if (boxId !== undefined) return { [boxId]: isEmpty(given) ? null : textOf(given, label) };
	if (isEmpty(given)) return null;
	if (field && dataType === 'FILE_UPLOAD') return await filesOf(field, given, params);
	if (field && dataType === 'TEXTBOX_LIST') return boxTextsOf(field, given, clearEmpty);
	if (dataType === 'PHONE') return await phoneFor(api, given, label);
	return plainValue(given, place);
}

async function filesOf(field: CustomField, given: unknown, params: Params): Promise<NewFiles> {
	const named = typeof given === 'string' ? listOf(given, field.name) : [given].flat();
	const limit = fileLimitOf(field);
	if (named.length > limit) throw tooMany(field, limit, `${named.length} are given`);
	const files = named.map(async (one) => await params.file(one, field.name));
	return new NewFiles(field, limit, await Promise.all(files));
}

function plainValue(given: unknown, { label, dataType = '', choices }: Place): Value {
	const isSeveral = SEVERAL.has(dataType) || Array.isArray(given);
	if (choices) return (SEVERAL.has(dataType) ? choicesOf : choiceOf)(given, choices, label);
	if (isSeveral) return listOf(given, label);
	if (dataType === 'DATE') return dayOf(given, label);
	if (NUMBERS.has(dataType)) return amountOf(given, label);
	return textOf(given, label);
}

/** The choices of a field that takes no others; of text boxes the list has the boxes. */
function choicesIn(field: CustomField): Choice<string>[] | undefined {
	const names = choiceNamesOf(field);
	if (!CHOSEN.has(field.dataType) || names.length === 0 || field.allowCustomOption === true) return undefined;
	return names.map((name) => ({ name, value: name }));
}
