import type { RequestType } from '../request-type';
import { contactChangeTypes } from './contact-changes';
import { contactTypes } from './contacts';

/** Every operation of the API. */
export const REQUEST_TYPES: readonly RequestType[] = [...contactTypes, ...contactChangeTypes];
