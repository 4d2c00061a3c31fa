/** Fields of a form in their order, a name as often as it was sent. */
export type Form = Array<[string, string]>;

/** The form that a body is; empty for a body that is none. */
export function formOf(body: unknown): Form {
	return Array.isArray(body) ? (body as Form) : [];
}
