import { Failure } from '../../core/failure';
import { listOf } from '../../core/values/texts';

/**
 * A list of names that is sent with commas between them, so that none can hold one. Throws a `Failure` for one that
 * does.
 */
export function commaFreeNames(value: unknown, label: string): string[] {
	const names = listOf(value, label);
	const wrong = names.find((name) => name.includes(','));
	if (wrong === undefined) return names;
	throw new Failure(
		`"${label}" cannot hold "${wrong.slice(0, 60)}": Wise Agent takes the comma for the end of a name`,
		'Leave it out, or rename it in Wise Agent.',
		{ field: label },
	);
}
