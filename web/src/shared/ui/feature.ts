import { type ComponentType, type ReactNode } from 'react';
import { type Right } from '@/shared/api/session';
import { type Texts } from '@/shared/i18n/text';

/** The guideline's loop, with what stands above and below it. */
export type NavigationGroup = 'home' | 'plan' | 'operate' | 'check' | 'improve' | 'settings';

/**
 * A page of the product as the frame sees it: where it stands, who may use it, how it is loaded. The frame's
 * navigation, routes and search are all made from these.
 */
export interface Feature {
  /** Below `/e/:enterpriseId/y/:year/`, or below `/settings/` for the group "settings". May hold `:params` in `routes`. */
  readonly path: string;
  readonly group: NavigationGroup;
  readonly icon: ReactNode;
  /** Holds `nav.title`, and `nav.words`: other words by which the search finds the page. */
  readonly texts: Texts<'nav.title' | 'nav.words'>;
  /** Shown only to those who hold one of these permissions; to everybody if empty. */
  readonly permissions: readonly Right[];
  readonly load: () => Promise<ComponentType>;
  /** Pages below this one, without an entry in the navigation. */
  readonly routes?: readonly { readonly path: string; readonly load: () => Promise<ComponentType> }[];
}
