import { type ShownView, type ViewSummary } from '../api/views';

/** A run seen by a standard. */
export interface ViewPlace {
  readonly view: ViewSummary;
  readonly shown: ShownView;
  readonly inventoryId: string;
}
