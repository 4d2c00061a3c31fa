import type { IDataObject } from 'n8n-workflow';

/**
 * Operation -> a value that cannot be right, in place of that of its example; what the operator reads of it; and the
 * parameter or field that `details.field` names, where there is one.
 */
export type InvalidValues = Record<string, [parameters: IDataObject, message: string, field?: string]>;
