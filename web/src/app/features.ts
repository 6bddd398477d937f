import { accountsFeature } from '@/features/accounts/accounts-feature';
import { approvalsFeature } from '@/features/approvals/approvals-feature';
import { boundaryFeature } from '@/features/boundary/boundary-feature';
import { enterprisesFeature } from '@/features/enterprises/enterprises-feature';
import { completenessFeature } from '@/features/crosscheck/completeness-feature';
import { crosscheckFeature } from '@/features/crosscheck/crosscheck-feature';
import { evaluationFeature } from '@/features/evaluation/evaluation-feature';
import { homeFeature } from '@/features/home/home-feature';
import { ledgerFeature } from '@/features/ledger/ledger-feature';
import { inventoryFeature } from '@/features/inventory/inventory-feature';
import { parametersFeature } from '@/features/parameters/parameters-feature';
import { methodPlanFeature } from '@/features/parameters/method-plan-feature';
import { methodsFeature } from '@/features/methods/methods-feature';
import { factorFeature } from '@/features/factor/factor-feature';
import { importsFeature } from '@/features/intake/imports-feature';
import { yearOnYearFeature } from '@/features/year-on-year/year-on-year-feature';
import { viewsFeature } from '@/features/views/views-feature';
import { reportFeature } from '@/features/report/report-feature';
import { type Feature } from '@/shared/ui/feature';

/** Everything the product can do today, in the order of the navigation. */
export const FEATURES: readonly Feature[] = [
  homeFeature,
  approvalsFeature,
  boundaryFeature,
  parametersFeature,
  methodPlanFeature,
  ledgerFeature,
  importsFeature,
  crosscheckFeature,
  completenessFeature,
  inventoryFeature,
  evaluationFeature,
  viewsFeature,
  yearOnYearFeature,
  reportFeature,
  methodsFeature,
  factorFeature,
  enterprisesFeature,
  accountsFeature,
];
