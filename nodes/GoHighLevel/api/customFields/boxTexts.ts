import { Failure } from '../../../core/failure';
import { isEmpty, textOf } from '../../../core/values/texts';
import type { TextBox } from './values';
import { boxesOf } from './values';
import type { CustomField } from './fields';
import type { BoxTexts } from './value';
import { boxKey, boxLabel, boxNamed } from './names';

/**
 * The texts of a whole text box list: an object by box (id or label, as the reads put it out), or a list in the order
 * of the boxes.
 *
 * @param clearEmpty put `null` for empty texts instead of leaving them out
 */
export function boxTextsOf(field: CustomField, given: unknown, clearEmpty: boolean): BoxTexts {
	const texts = textsByBox(field, given).map(([box, text]) => [
		box.id,
		isEmpty(text) ? null : textOf(text, boxLabel(field, box)),
	]);
	return Object.fromEntries(clearEmpty ? texts : texts.filter(([, text]) => text !== null)) as BoxTexts;
}

function textsByBox(field: CustomField, given: unknown): Array<[TextBox, unknown]> {
	if (typeof given !== 'object' || given === null) throw whichBox(field);
	if (!Array.isArray(given)) {
		return Object.entries(given).map(([name, text]) => {
			const box = boxNamed(field, name);
			if (!box) throw noSuchBox(field, name);
			return [box, text];
		});
	}
	const boxes = boxesOf(field) ?? [];
	return given.map((text: unknown, index) => {
		const box = boxes[index];
		if (!box) throw noSuchBox(field, String(index + 1));
		return [box, text];
	});
}

export function noSuchBox(field: CustomField, name: string): Failure {
	return new Failure(`"${field.name}" has no box "${name}"`, `Choose one of its boxes: ${keysOf(field)}.`, {
		field: field.name,
	});
}

function whichBox(field: CustomField): Failure {
	return new Failure(
		`"${field.name}" consists of boxes, and this names none of them`,
		`Give the text to one of its boxes: ${keysOf(field)}. Or give an object: { "label of the box": "text" }.`,
		{ field: field.name },
	);
}

/** The boxes as the operator may name them. */
function keysOf(field: CustomField): string {
	return (boxesOf(field) ?? []).map((box) => `${box.label} (${boxKey(field, box)})`).join(', ') || 'none';
}
