import { contacts } from '../contacts/kind';
import type { PollKind } from '../kind';
import { opportunities } from './opportunities';

/** What the trigger looks at, in the order of its items. */
export const KINDS: PollKind[] = [contacts, opportunities];
