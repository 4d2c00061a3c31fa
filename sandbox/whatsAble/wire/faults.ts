import type { FaultRule } from '../../shared/faults';
import { FAULT_KINDS } from '../../shared/faults';

/** Beside the common ones, `unsuccessful`: not carried out, answered with status 200 and `success: false`. */
export const WHATSABLE_FAULT_KINDS = [...FAULT_KINDS, 'unsuccessful'] as const;
export type WhatsAbleFaultKind = (typeof WHATSABLE_FAULT_KINDS)[number];
export type WhatsAbleFaultRule = FaultRule<WhatsAbleFaultKind>;
