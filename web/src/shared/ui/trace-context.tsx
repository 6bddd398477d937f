import { createContext, useContext } from 'react';

/** Where a computed figure lives: which run computed it and which of its figures it is. */
export interface FigureRef {
  readonly enterpriseId: string;
  readonly inventoryId: string;
  /** `total`, `source:<key>`, `month:<yyyy-mm>`, `row:<n>` … */
  readonly figureId: string;
}

export interface TraceControl {
  readonly openTrace: (ref: FigureRef) => void;
  readonly closeTrace: () => void;
}

export const TraceContext = createContext<TraceControl | null>(null);

/** Opens the trace drawer over the current page. */
export function useTrace(): TraceControl {
  const control = useContext(TraceContext);
  if (!control) throw new Error('useTrace needs the TraceProvider of the app');
  return control;
}
